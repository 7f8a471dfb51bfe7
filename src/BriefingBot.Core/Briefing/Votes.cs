using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>
/// What the best sentences agree on. Each token of the expected type that the question does not hold collects, over documents, the weight of its best
/// sentence; a sentence is worth its best token. (Clarke, Cormack and Lynam 2001, "Exploiting redundancy in question answering".)
/// </summary>
internal sealed class Votes
{
    private const int MeanOf = 3;

    private readonly RetrievalResult _retrieved;
    private readonly HashSet<string> _asked;
    private readonly Dictionary<string, double> _votes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _centroid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _idf = new(StringComparer.Ordinal);
    private readonly double _best;
    private readonly double _norm;

    public Votes(IReadOnlyList<SentenceCandidate> sentences, RetrievalResult retrieved, BriefingOptions options)
    {
        _retrieved = retrieved;
        _asked = retrieved.Question.Terms.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        var voters = sentences.OrderByDescending(s => s.Simple).ThenBy(s => s.DocumentId, StringComparer.Ordinal).ThenBy(s => s.Range.Start).Take(options.Voters).ToList();
        Weigh(sentences);
        var top = voters.Count == 0 ? 0 : voters[0].Simple;
        var perDocument = new Dictionary<(string Token, string Document), double>();
        foreach (var voter in voters)
        {
            var weight = Math.Exp(options.VoteSharpness * (voter.Simple - top));
            foreach (var value in voter.Values)
                _centroid[value] = _centroid.GetValueOrDefault(value) + (weight * Idf(value));
            foreach (var (token, worth) in Tokens(voter))
            {
                var key = (token, voter.DocumentId);
                perDocument[key] = Math.Max(perDocument.GetValueOrDefault(key), weight * worth);
            }
        }

        foreach (var ((token, _), weight) in perDocument)
            _votes[token] = _votes.GetValueOrDefault(token) + weight;
        _best = _votes.Count == 0 ? 0 : _votes.Values.Max();
        _norm = Math.Sqrt(_centroid.Values.Sum(v => v * v));
    }

    /// <summary>The best token over the best of all, and the mean of the best three, both 0 to 1.</summary>
    public (double Best, double Mean) Of(SentenceCandidate sentence)
    {
        if (_best <= 0)
            return (0, 0);
        var votes = Tokens(sentence).Select(t => _votes.GetValueOrDefault(t.Token)).OrderDescending().Take(MeanOf).ToList();
        return votes.Count == 0 ? (0, 0) : (votes[0] / _best, votes.Sum() / MeanOf / _best);
    }

    /// <summary>Cosine to the centroid of the voters.</summary>
    public double Centrality(SentenceCandidate sentence)
    {
        double dot = 0, own = 0;
        foreach (var value in sentence.Values)
        {
            var idf = Idf(value);
            own += idf * idf;
            dot += idf * _centroid.GetValueOrDefault(value);
        }

        return own > 0 && _norm > 0 ? dot / (Math.Sqrt(own) * _norm) : 0;
    }

    private IEnumerable<(string Token, double Worth)> Tokens(SentenceCandidate sentence)
    {
        var expects = _retrieved.Question.Expects;
        foreach (var term in sentence.Terms)
        {
            if (_asked.Contains(term.Value) || !AnswerTokens.Fits(term, expects))
                continue;
            yield return (term.Value, expects == AnswerType.Other ? Idf(term.Value) : 1);
        }
    }

    /// <summary>How telling a word is among the sentences read: they stand for the library, and the index need not be asked for every word of them.</summary>
    private void Weigh(IReadOnlyList<SentenceCandidate> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var value in sentence.Values)
                counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        foreach (var (value, count) in counts)
            _idf[value] = Math.Log(1 + ((sentences.Count - count + .5) / (count + .5)));
    }

    private double Idf(string value) => _idf.GetValueOrDefault(value);
}
