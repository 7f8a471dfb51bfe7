using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Words that count without being a number: "both", "fourfold", "Type II".</summary>
internal static class CountingWords
{
    private const string Fold = "fold";

    private static readonly string[] Roman = "II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".Split(' ');

    private static readonly Dictionary<string, int> Counting = new(StringComparer.Ordinal)
    {
        ["both"] = 2,
        ["twice"] = 2,
        ["pair"] = 2,
        ["couple"] = 2,
        ["twin"] = 2,
        ["twins"] = 2,
        ["double"] = 2,
        ["doubled"] = 2,
        ["duo"] = 2,
        ["thrice"] = 3,
        ["triple"] = 3,
        ["tripled"] = 3,
        ["trio"] = 3,
        ["triplets"] = 3,
    };

    /// <summary>Whether one of the words says the number.</summary>
    /// <param name="number">A number without a unit.</param>
    /// <param name="words">Words of <paramref name="text"/>.</param>
    /// <param name="text">Where they stand.</param>
    public static bool Hold(NumberMention number, IEnumerable<StatedWord> words, StatedText text) =>
        number.Unit is NumberUnit.None && words.Any(w => (Counting.TryGetValue(w.Word, out var value) && value == number.Value) || Manifold(w.Word) == number.Value || IsRoman(w, text.Text, number.Value));

    private static decimal? Manifold(string word) =>
        word.Length > Fold.Length && word.EndsWith(Fold, StringComparison.Ordinal) && NumberMentions.Find(word[..^Fold.Length].TrimEnd('-')) is [var number] ? number.Value : null;

    private static bool IsRoman(StatedWord word, string text, decimal value) =>
        value >= 2 && value <= Roman.Length + 1 && decimal.IsInteger(value) && text.AsSpan(word.Start, word.End - word.Start).SequenceEqual(Roman[(int)value - 2]);
}
