using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Decides whether the library answers at all. One score, two cuts, the same for every library.</summary>
internal static class Refusal
{
    private const double TopSentence = .5;
    private const double TopPassage = 1.5;
    private const double PassageCoverage = .5;

    /// <summary>BM25 with k1 = 1.2 gives a term at most 2.2 times its idf.</summary>
    private const double MostPerIdf = 2.2;
    private const int CoveragePassages = 5;

    /// <summary>
    /// R = ½ · words of the question in the best sentence + 1.5 · best passage score over the highest possible + ½ · best idf coverage by one of the
    /// first passages with its title. Words the library has never seen count as missing. About 0 to 2.5.
    /// </summary>
    public static double Score(RetrievalResult retrieved, IReadOnlyList<SentenceCandidate> ranked)
    {
        if (ranked.Count == 0 || retrieved.Passages.Count == 0)
            return 0;
        var coverage = new QuestionCoverage(retrieved);
        var passage = coverage.Total > 0 ? retrieved.Passages.Max(p => p.Match) / (MostPerIdf * coverage.Total) : 0;
        var covered = retrieved.Passages.Take(CoveragePassages).Max(p => coverage.Of(Terms(p)));
        return (TopSentence * ranked[0].Exact) + (TopPassage * passage) + (PassageCoverage * covered);
    }

    public static AnswerStatus Status(double score, BriefingOptions options) =>
        score < options.RefuseBelow ? AnswerStatus.Insufficient : score < options.DoubtBelow ? AnswerStatus.Doubtful : AnswerStatus.Answered;

    /// <summary>The first name or number of the question, where it stands in the question's first half and no passage holds any of its words; else null.</summary>
    public static string? UnknownName(RetrievalResult retrieved)
    {
        var question = retrieved.Question;
        foreach (var name in question.Names)
        {
            if (name.Start > Math.Max(40, question.Text.Length * 2 / 3))
                return null;
            var known = name.Terms.Any(retrieved.Weights.Seen)
                || retrieved.Aliases.Any(a => a.NameTerms.Intersect(name.Terms, StringComparer.Ordinal).Any() && a.OtherTerms.All(retrieved.Weights.Seen));
            if (!known)
                return name.Written;
        }

        return null;
    }

    private static HashSet<string> Terms(RankedPassage ranked)
    {
        var language = ranked.Revision.Metadata.Language;
        var terms = Analyser.Analyse(ranked.Passage.Range.Of(ranked.Revision.Text), language).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        terms.UnionWith(Analyser.Analyse(ranked.Revision.Metadata.Title, language).Select(t => t.Value));
        return terms;
    }
}
