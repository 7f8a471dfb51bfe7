using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Scores passages anew where the library is so small that its own subject stands in most passages: the index gives such a term no weight at all
/// (ln((N − df + ½)/(df + ½)) is not above 0), and everything about the subject would rank by chance. The weights here stay above 0.
/// </summary>
internal static class SmallLibrary
{
    /// <summary>Up to so many passages; all of them are read in a few milliseconds.</summary>
    public const int MostPassages = 200;

    private const double K1 = 1.2;
    private const double B = .75;
    private const double TitleWeight = 2;

    /// <summary>The same passages, best first by BM25 (k1 = 1.2, b = 0.75, title twice), equal scores by id.</summary>
    public static List<(Passage Passage, double Score)> Rescore(
        IReadOnlyList<(Passage Passage, double Score)> candidates, IReadOnlyDictionary<string, double> asked, TermWeights weights, DocumentStore store)
    {
        var revisions = new Dictionary<long, (Revision Revision, IReadOnlyList<Term> Title)>();
        var average = candidates.Count == 0 ? 1 : candidates.Average(c => c.Passage.Range.Length);
        var scored = new List<(Passage Passage, double Score)>(candidates.Count);
        foreach (var (passage, _) in candidates)
        {
            if (!revisions.TryGetValue(passage.RevisionId, out var read))
            {
                var revision = store.Revision(passage.RevisionId);
                revisions[passage.RevisionId] = read = (revision, Analyser.Analyse(revision.Metadata.Title, revision.Metadata.Language));
            }

            var counts = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var term in Analyser.Analyse(passage.Range.Of(read.Revision.Text), read.Revision.Metadata.Language))
                counts[term.Value] = counts.GetValueOrDefault(term.Value) + 1;
            foreach (var term in read.Title)
                counts[term.Value] = counts.GetValueOrDefault(term.Value) + TitleWeight;
            scored.Add((passage, Score(counts, passage.Range.Length / average, asked, weights)));
        }

        scored.Sort((a, b) => a.Score == b.Score ? a.Passage.Id.CompareTo(b.Passage.Id) : b.Score.CompareTo(a.Score));
        return scored;
    }

    private static double Score(Dictionary<string, double> counts, double length, IReadOnlyDictionary<string, double> asked, TermWeights weights) => asked.Sum(term =>
    {
        var tf = counts.GetValueOrDefault(term.Key);
        return term.Value * weights.Idf(term.Key) * tf * (K1 + 1) / (tf + (K1 * (1 - B + (B * length))));
    });
}
