namespace BriefingBot.Core.Briefing;

/// <summary>Whether two sentences make the same point.</summary>
internal static class Similarity
{
    private const double Same = .75;

    /// <summary>Most of the terms of the shorter one stand in the other, and there are enough to tell.</summary>
    public static bool SamePoint(SentenceCandidate a, SentenceCandidate b)
    {
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

    private static int Shared(SentenceCandidate a, SentenceCandidate b) => a.Values.Count(b.Values.Contains);
}
