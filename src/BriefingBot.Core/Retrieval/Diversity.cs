namespace BriefingBot.Core.Retrieval;

/// <summary>Lets others have a turn: one long document, or ten copies of one wire story, do not fill the first places.</summary>
internal static class Diversity
{
    private const int Fingerprint = 400;

    /// <summary>The same passages; among the first ones, those over the limit of their document and word-for-word copies move behind.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="text">Reads a passage; asked of those that may come first.</param>
    /// <param name="top">How many the rule is about.</param>
    /// <param name="perDocument">How many of them one document may have.</param>
    public static List<TimedPassage> Spread(IReadOnlyList<TimedPassage> ranked, Func<TimedPassage, string> text, int top, int perDocument)
    {
        var first = new List<TimedPassage>(ranked.Count);
        var later = new List<TimedPassage>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in ranked)
        {
            if (first.Count >= top)
            {
                later.Add(passage);
                continue;
            }

            var count = counts.GetValueOrDefault(passage.Passage.DocumentId);
            if (count >= perDocument || !seen.Add(Squeezed(text(passage))))
            {
                later.Add(passage);
                continue;
            }

            counts[passage.Passage.DocumentId] = count + 1;
            first.Add(passage);
        }

        first.AddRange(later);
        return first;
    }

    private static string Squeezed(string text)
    {
        Span<char> letters = stackalloc char[Fingerprint];
        var n = 0;
        foreach (var c in text)
        {
            if (n == Fingerprint)
                break;
            if (char.IsLetterOrDigit(c))
                letters[n++] = char.ToLowerInvariant(c);
        }

        return new string(letters[..n]);
    }
}
