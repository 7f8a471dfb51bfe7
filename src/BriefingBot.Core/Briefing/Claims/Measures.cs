using System.Collections.Frozen;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>The same time, length or weight in another unit of its kind: "two years" and "24 months", "a decade" and "ten years", "1 km" and "1,000 metres".</summary>
internal static class Measures
{
    /// <summary>More than anything is measured in; a product with it still is a decimal.</summary>
    private const decimal Largest = 1e15m;

    private static readonly FrozenDictionary<string, (char Kind, decimal Size)> Units = new Dictionary<string, (char, decimal)>(StringComparer.Ordinal)
    {
        ["second"] = ('t', 1),
        ["minute"] = ('t', 60),
        ["hour"] = ('t', 3_600),
        ["day"] = ('t', 86_400),
        ["week"] = ('t', 604_800),
        ["fortnight"] = ('t', 1_209_600),
        ["month"] = ('m', 1),
        ["year"] = ('m', 12),
        ["decade"] = ('m', 120),
        ["century"] = ('m', 1_200),
        ["centuries"] = ('m', 1_200),
        ["millimetre"] = ('l', .001m),
        ["millimeter"] = ('l', .001m),
        ["mm"] = ('l', .001m),
        ["centimetre"] = ('l', .01m),
        ["centimeter"] = ('l', .01m),
        ["cm"] = ('l', .01m),
        ["metre"] = ('l', 1),
        ["meter"] = ('l', 1),
        ["kilometre"] = ('l', 1_000),
        ["kilometer"] = ('l', 1_000),
        ["km"] = ('l', 1_000),
        ["milligram"] = ('w', .001m),
        ["mg"] = ('w', .001m),
        ["gram"] = ('w', 1),
        ["kilogram"] = ('w', 1_000),
        ["kg"] = ('w', 1_000),
        ["tonne"] = ('w', 1_000_000),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the number measures what the sentence measures in another unit.</summary>
    /// <param name="number">A number of the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="sentence">A sentence of the source.</param>
    /// <param name="within">What of the sentence may say it; null where any part may.</param>
    public static bool Hold(NumberMention number, StatedText claim, StatedText sentence, IReadOnlyList<StatedWord>? within = null) =>
        number.Unit is NumberUnit.None && Find(claim).Where(m => m.Number == number).ToList() is { Count: > 0 } ours
        && Find(sentence).Any(theirs => ours.Exists(m => m.Kind == theirs.Kind && m.Value == theirs.Value) && (within is null || within.Any(w => w.Start == theirs.Unit.Start)));

    private static IEnumerable<(char Kind, decimal Value, NumberMention? Number, StatedWord Unit)> Find(StatedText text)
    {
        for (var i = 1; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            if (!Units.TryGetValue(word.Word, out var unit) && !Units.TryGetValue(word.Word.TrimEnd('s'), out unit))
                continue;
            if (text.Numbers.FirstOrDefault(n => n.Range.End < word.Start && word.Start - n.Range.End <= 1) is { } number)
            {
                if (Math.Abs(number.Value) < Largest)
                    yield return (unit.Kind, number.Value * unit.Size, number, word);
            }
            else if (!word.Word.EndsWith('s') && (text.Words[i - 1].Word is "a" or "an" or "one" || word.Word is "decade" or "century"))
            {
                yield return (unit.Kind, unit.Size, null, word);
            }
        }
    }
}
