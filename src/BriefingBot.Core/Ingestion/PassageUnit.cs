using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>What passages are made of: a sentence, or a piece of one that is too long for a passage.</summary>
/// <param name="Range">Where it stands; neither end is white space.</param>
/// <param name="HalfWords">Its size as <see cref="WordMeter"/> counts.</param>
/// <param name="IsSentence">False for a piece of a longer sentence.</param>
internal readonly record struct PassageUnit(TextRange Range, int HalfWords, bool IsSentence);

/// <summary>Turns sentences into units no longer than a passage.</summary>
internal static class PassageUnits
{
    private const int Limit = 2 * PassageCutter.MaxWords;

    public static List<PassageUnit> Of(string text, IReadOnlyList<TextRange> sentences)
    {
        var units = new List<PassageUnit>(sentences.Count);
        var covered = 0;
        foreach (var sentence in sentences)
        {
            var start = Math.Clamp(sentence.Start, covered, text.Length);
            Add(text, covered, start, units);
            covered = Math.Clamp(sentence.End, start, text.Length);
            Add(text, start, covered, units);
        }

        Add(text, covered, text.Length, units);
        return units;
    }

    private static void Add(string text, int start, int end, List<PassageUnit> units)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) return;
        var size = WordMeter.HalfWords(text.AsSpan(start, end - start));
        if (size <= Limit)
            units.Add(new PassageUnit(new TextRange(start, end), size, IsSentence: true));
        else
            LongSentence.Cut(text, start, end, Limit, units);
    }
}
