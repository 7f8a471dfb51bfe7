namespace BriefingBot.Core.Briefing;

/// <summary>
/// An account lets several voices speak: up to eight quotes, from at least three documents where there are three, one point each
/// (maximal marginal relevance, Carbonell and Goldstein 1998), told in the order of their days.
/// </summary>
internal static class AccountChoice
{
    /// <summary>A sentence further below the best than this is not about the question.</summary>
    private const double Within = 6;
    private const double RepetitionCost = 3;
    private const int PerDocument = 3;

    /// <summary>How much nearer to the question a sentence counts in which somebody says something.</summary>
    private const double SpeechGain = .5;

    /// <summary>And in which a document speaks that has not spoken yet.</summary>
    private const double NewVoiceGain = 1;

    public static List<SentenceCandidate> Choose(IReadOnlyList<SentenceCandidate> ranked, BriefingOptions options)
    {
        var chosen = new List<SentenceCandidate>();
        if (ranked.Count == 0)
            return chosen;
        var floor = ranked[0].Score - Within;
        var pool = ranked.Where(s => s.Score >= floor && !Quotable.Asks(s.Text)).ToList();
        AddVoices(chosen, ranked, options.AccountDocuments);
        while (chosen.Count < options.AccountQuotes && Next(pool, chosen) is { } next)
            chosen.Add(next);
        return InOrder(chosen);
    }

    /// <summary>By day, the undated last; within a document as they stand.</summary>
    public static List<SentenceCandidate> InOrder(IEnumerable<SentenceCandidate> sentences) =>
    [
        .. sentences
            .OrderBy(s => s.Revision.Metadata.PublishedOn ?? DateOnly.MaxValue)
            .ThenBy(s => s.DocumentId, StringComparer.Ordinal)
            .ThenBy(s => s.Range.Start),
    ];

    /// <summary>The best sentence of each of the best documents, so that they are heard at all.</summary>
    private static void AddVoices(List<SentenceCandidate> chosen, IReadOnlyList<SentenceCandidate> ranked, int documents)
    {
        foreach (var sentence in ranked)
        {
            if (chosen.Count == documents)
                return;
            if (sentence.Coverage > 0 && !Quotable.Asks(sentence.Text) && !chosen.Exists(c => c.SharesDocument(sentence) || Similarity.SamePoint(c, sentence)))
                chosen.Add(sentence);
        }
    }

    private static SentenceCandidate? Next(List<SentenceCandidate> pool, List<SentenceCandidate> chosen)
    {
        SentenceCandidate? best = null;
        var bestGain = double.NegativeInfinity;
        foreach (var sentence in pool)
        {
            if (chosen.Contains(sentence) || chosen.Count(c => c.SharesDocument(sentence)) >= PerDocument
                || chosen.Exists(c => Similarity.SamePoint(c, sentence)))
                continue;
            var repeated = chosen.Count == 0 ? 0 : chosen.Max(c => Similarity.Overlap(c.Values, sentence.Values));
            var gain = sentence.Score - (RepetitionCost * repeated) + (Speech.In(sentence.Text) ? SpeechGain : 0)
                + (chosen.Exists(c => c.SharesDocument(sentence)) ? 0 : NewVoiceGain);
            if (gain > bestGain)
                (best, bestGain) = (sentence, gain);
        }

        return best;
    }
}
