using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>Cuts a sentence that is longer than a passage: after a clause, else after a word, else between two text elements.</summary>
internal static class LongSentence
{
    public static void Cut(string text, int start, int end, int limit, List<PassageUnit> units)
    {
        while (start < end)
        {
            var cut = NextCut(text, start, end, limit);
            var last = cut;
            while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
            units.Add(new PassageUnit(new TextRange(start, last), WordMeter.HalfWords(text.AsSpan(start, last - start)), IsSentence: false));
            start = cut;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
        }
    }

    /// <summary>
    /// Where the piece that begins at <paramref name="start"/> ends. A clause counts only from a third of the limit on:
    /// "However," is no piece, and cutting stays linear.
    /// </summary>
    private static int NextCut(string text, int start, int end, int limit)
    {
        var meter = new WordMeter();
        var clause = 0;
        var word = 0;
        var at = start;
        while (at < end)
        {
            var element = Math.Min(StringInfo.GetNextTextElementLength(text.AsSpan(at, end - at)), end - at);
            if (char.IsWhiteSpace(text[at]))
            {
                if (meter.Total * 2 >= limit) word = at;
                if (meter.Total * 3 >= limit && EndsClause(text[at - 1])) clause = at;
            }
            else if (at > start && meter.Total * 3 >= limit && text[at - 1] is '，' or '、' or '；' or '：')
            {
                clause = at;
            }

            foreach (var c in text.AsSpan(at, element)) meter.Count(c);
            if (meter.Total > limit && at > start) return clause > 0 ? clause : word > 0 ? word : at;
            at += element;
        }

        return end;
    }

    private static bool EndsClause(char c) => c is ',' or ';' or ':' or '–' or '—' or ')' or '،' or '؛';
}
