using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>
/// How well the first passages match the question, on a scale that does not depend on the library: BM25 (k1 = 1.2, b = 0.75, title twice) over the most it
/// could be. Computed here, since a very small library's index gives its own subject no weight at all.
/// </summary>
internal sealed class PassageMatch
{
    private const int Looked = 5;
    private const double K1 = 1.2;
    private const double B = .75;
    private const double TitleWeight = 2;

    /// <summary>BM25 gives a term at most k1 + 1 times its idf.</summary>
    private const double MostPerIdf = K1 + 1;

    private readonly List<HashSet<string>> _terms = [];

    public PassageMatch(RetrievalResult retrieved)
    {
        var counts = new List<Dictionary<string, double>>();
        var lengths = new List<double>();
        foreach (var ranked in retrieved.Passages.Take(Looked))
        {
            var language = ranked.Revision.Metadata.Language;
            var text = Analyser.Analyse(ranked.Passage.Range.Of(ranked.Revision.Text), language);
            var count = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var term in text)
                count[term.Value] = count.GetValueOrDefault(term.Value) + 1;
            foreach (var term in HeadTerms.Title(ranked.Revision.Metadata))
                count[term] = count.GetValueOrDefault(term) + TitleWeight;
            counts.Add(count);
            lengths.Add(ranked.Passage.Range.Length);
            _terms.Add([.. count.Keys]);
        }

        var most = MostPerIdf * retrieved.Question.Terms.Sum(t => t.Count * retrieved.Weights.Idf(t.Value));
        var average = retrieved.Passages.Count == 0 ? 1 : Math.Max(1, retrieved.Passages.Average(p => p.Passage.Range.Length));
        for (var i = 0; i < counts.Count && most > 0; i++)
            Best = Math.Max(Best, Bm25(retrieved, counts[i], lengths[i] / average) / most);
    }

    /// <summary>The best passage's BM25 over the most it could be, 0 to 1.</summary>
    public double Best { get; }

    /// <summary>The best idf coverage by one of the passages with its title, 0 to 1.</summary>
    public double Covered(QuestionCoverage coverage) => _terms.Count == 0 ? 0 : _terms.Max(t => coverage.Of(t));

    private static double Bm25(RetrievalResult retrieved, Dictionary<string, double> counts, double length)
    {
        double score = 0;
        foreach (var term in retrieved.Question.Terms)
        {
            var tf = counts.GetValueOrDefault(term.Value);
            score += term.Count * retrieved.Weights.Idf(term.Value) * tf * (K1 + 1) / (tf + (K1 * (1 - B + (B * length))));
        }

        return score;
    }
}
