using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>The sentences around a range, without splitting a whole book for them.</summary>
internal static class Surroundings
{
    private const int Reach = 1500;

    /// <summary>The sentence before and the sentence after a range; empty at the ends of the text.</summary>
    public static (string Before, string After) Of(string text, TextRange range)
    {
        var (offset, sentences) = Split(text, range.Start, range.Start, Reach);
        var before = sentences.LastOrDefault(s => s.End + offset <= range.Start);
        var (from, following) = Split(text, range.End, range.End, Reach, back: 0);
        var after = following.FirstOrDefault(s => s.Start + from >= range.End);
        return (
            before.Length > 0 ? text[(before.Start + offset)..(before.End + offset)] : "",
            after.Length > 0 ? text[(after.Start + from)..(after.End + from)] : "");
    }

    /// <summary>Sentences of the text from <paramref name="back"/> (default: <paramref name="reach"/>) characters before to as many behind.</summary>
    internal static (int Offset, IReadOnlyList<TextRange> Sentences) Split(string text, int start, int end, int reach, int? back = null)
    {
        var from = Math.Max(0, start - (back ?? reach));
        var to = Math.Min(text.Length, end + reach);
        if (from > 0 && from < text.Length && char.IsLowSurrogate(text[from]))
            from++;
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to--;
        if (back is null)
            to = Math.Max(from, Math.Min(to, start));
        return (from, to <= from ? [] : SentenceSplitter.Split(text[from..to]));
    }
}
