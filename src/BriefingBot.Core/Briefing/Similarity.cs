using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Whether two sentences make the same point.</summary>
internal static class Similarity
{
    private const double Same = .75;

    /// <summary>Most terms of the two are shared, and there are enough to tell. Two documents with other numbers make two points.</summary>
    public static bool SamePoint(SentenceCandidate a, SentenceCandidate b)
    {
        if (!a.SharesDocument(b) && !Numbers(a).SetEquals(Numbers(b)))
            return false;
        var smaller = Math.Min(a.Values.Count, b.Values.Count);
        return smaller >= 4 && Shared(a, b) >= Same * Math.Max(a.Values.Count, b.Values.Count);
    }

    /// <summary>Shared terms over all terms, 0 to 1.</summary>
    public static double Overlap(IReadOnlyCollection<string> a, IReadOnlySet<string> b)
    {
        var shared = a.Count(b.Contains);
        var all = a.Count + b.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static HashSet<string> Numbers(SentenceCandidate sentence) =>
        sentence.Terms.Where(t => t.Kind == TermKind.Number).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);

    private static int Shared(SentenceCandidate a, SentenceCandidate b) => a.Values.Count(b.Values.Contains);
}
