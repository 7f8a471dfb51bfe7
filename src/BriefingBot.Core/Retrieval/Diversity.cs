namespace BriefingBot.Core.Retrieval;

/// <summary>Lets others have a turn: one long document, or ten copies of one wire story, do not fill the first places.</summary>
internal static class Diversity
{
    private const int Fingerprint = 400;

    /// <summary>The same passages; among the first ones, those over the limit of their document and word-for-word copies move behind.</summary>
    public static List<RankedPassage> Spread(IReadOnlyList<RankedPassage> ranked, int top, int perDocument)
    {
        var first = new List<RankedPassage>(ranked.Count);
        var later = new List<RankedPassage>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in ranked)
        {
            if (first.Count >= top)
            {
                later.Add(passage);
                continue;
            }

            var count = counts.GetValueOrDefault(passage.Passage.DocumentId);
            if (count >= perDocument || !texts.Add(Squeezed(passage)))
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

    private static string Squeezed(RankedPassage ranked)
    {
        var text = ranked.Passage.Range.Of(ranked.Revision.Text);
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
