using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>Decides whether the library answers at all. One score, two cuts, the same for every library.</summary>
internal static class Refusal
{
    private const double SentenceWords = .5;
    private const double SentenceCoverage = .5;
    private const double PassageCoverage = .5;

    /// <summary>
    /// R = ½ · share of the question's words in the best sentence (another form of a word counts half) + ½ · its idf coverage + best passage match over the highest possible
    /// + ½ · best idf coverage by one of the first passages with its title. Words the library has never seen count as missing. 0 to 2.5.
    /// </summary>
    public static double Score(RetrievalResult retrieved, IReadOnlyList<SentenceCandidate> ranked)
    {
        if (ranked.Count == 0 || retrieved.Passages.Count == 0)
            return 0;
        var coverage = new QuestionCoverage(retrieved);
        var match = new PassageMatch(retrieved);
        return (SentenceWords * ranked[0].Exact) + (SentenceCoverage * ranked[0].Coverage) + match.Best + (PassageCoverage * match.Covered(coverage));
    }

    public static AnswerStatus Status(double score, BriefingOptions options) =>
        score < options.RefuseBelow ? AnswerStatus.Insufficient : score < options.DoubtBelow ? AnswerStatus.Doubtful : AnswerStatus.Answered;

    /// <summary>A name or number near the beginning of the question that has a word the library has never seen, so that the whole occurs nowhere; else null.</summary>
    public static string? UnknownName(RetrievalResult retrieved)
    {
        var question = retrieved.Question;
        foreach (var name in question.Names)
        {
            if (name.Start > Math.Max(40, question.Text.Length * 2 / 3))
                return null;
            var known = name.Terms.All(retrieved.Weights.Seen)
                || retrieved.Aliases.Any(a => a.NameTerms.Intersect(name.Terms, StringComparer.Ordinal).Any() && a.OtherTerms.All(retrieved.Weights.Seen));
            if (!known)
                return name.Written;
        }

        return null;
    }
}
