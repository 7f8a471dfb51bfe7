namespace BriefingBot.Core.Briefing;

/// <summary>As few sentences as answer: the best one, and those that score nearly as well.</summary>
internal static class FactChoice
{
    /// <summary>Sentences to quote, best first.</summary>
    /// <param name="ranked">Candidates, best first.</param>
    /// <param name="most">At most so many.</param>
    public static List<SentenceCandidate> Choose(IReadOnlyList<SentenceCandidate> ranked, BriefingOptions options, int most)
    {
        var chosen = new List<SentenceCandidate>();
        if (ranked.Count == 0)
            return chosen;
        var best = ranked[0];
        foreach (var sentence in ranked)
        {
            if (chosen.Count == most)
                break;
            var within = sentence.SharesDocument(best) ? options.SameDocumentWithin : options.OtherDocumentWithin;
            if (best.Score - sentence.Score <= within && !chosen.Exists(c => Similarity.SamePoint(c, sentence)))
                chosen.Add(sentence);
        }

        if (chosen.Count == 1 && most > 1 && Neighbour(ranked, best) is { } neighbour)
            chosen.Add(neighbour);
        return chosen;
    }

    /// <summary>The better of the sentences right before and after.</summary>
    private static SentenceCandidate? Neighbour(IReadOnlyList<SentenceCandidate> ranked, SentenceCandidate best) => ranked
        .Where(s => s != best && s.SharesDocument(best) && Apart(s, best) <= 3)
        .MaxBy(s => s.Score);

    /// <summary>Characters between two sentences of one text: neighbours have a space or a line break between them.</summary>
    private static int Apart(SentenceCandidate a, SentenceCandidate b) =>
        a.Revision.Id != b.Revision.Id ? int.MaxValue : Math.Max(a.Range.Start, b.Range.Start) - Math.Min(a.Range.End, b.Range.End);
}
