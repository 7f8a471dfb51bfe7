using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefing;

/// <summary>
/// S = coverage + exact + coverage with title + passage + vote + mean of the three best votes + centroid + position − question.
/// Weights are in <see cref="BriefingOptions"/>.
/// </summary>
internal static class SentenceScorer
{
    /// <summary>Scores every sentence and returns them best first; equal scores by document and place.</summary>
    public static List<SentenceCandidate> Rank(IReadOnlyList<SentenceCandidate> sentences, RetrievalResult retrieved, BriefingOptions options)
    {
        var coverage = new QuestionCoverage(retrieved);
        foreach (var sentence in sentences)
        {
            sentence.Coverage = coverage.Of(sentence.Values, sentence.Day);
            sentence.Exact = coverage.Exact(sentence);
            sentence.Simple = sentence.Coverage + (options.Exact * sentence.Exact) + coverage.Of(sentence.Values, sentence.Title)
                + (options.PassageShare * sentence.PassageShare);
        }

        var votes = new Votes(sentences, retrieved, options);
        foreach (var sentence in sentences)
        {
            var (best, mean) = votes.Of(sentence);
            sentence.Score = sentence.Simple + best + mean + (options.Centroid * votes.Centrality(sentence))
                + (options.Position / (1 + sentence.Index)) - (Quotable.Asks(sentence.Text) ? options.QuestionPenalty : 0);
        }

        return [.. sentences
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.DocumentId, StringComparer.Ordinal)
            .ThenBy(s => s.Range.Start)];
    }
}
