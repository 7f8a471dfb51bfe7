using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefing;

/// <summary>How much of a question a text holds. A term stands for itself fully, another name of the same thing at the alias weight.</summary>
internal sealed class QuestionCoverage(RetrievalResult retrieved)
{
    private const double AliasShare = .6;
    private const double OtherForm = .5;

    private readonly (string Value, string Word, double Idf, List<AliasMatch> Aliases)[] _terms =
    [
        .. retrieved.Question.Terms.Select(t => (t.Value, t.Word, retrieved.Weights.Idf(t.Value),
            retrieved.Aliases.Where(a => a.NameTerms.Contains(t.Value, StringComparer.Ordinal)).ToList())),
    ];

    /// <summary>Σ idf of the question, a word that stands twice counted twice.</summary>
    public double Total { get; } = retrieved.Question.Terms.Sum(t => t.Count * retrieved.Weights.Idf(t.Value));

    /// <summary>Idf share of the question's terms that the text or the title holds, 0 to 1.</summary>
    public double Of(IReadOnlySet<string> values, IReadOnlySet<string>? title = null)
    {
        double held = 0, all = 0;
        foreach (var (value, _, idf, aliases) in _terms)
        {
            all += idf;
            if (values.Contains(value) || title?.Contains(value) == true)
                held += idf;
            else if (aliases.Exists(a => a.OtherTerms.All(t => values.Contains(t) || title?.Contains(t) == true)))
                held += AliasShare * idf;
        }

        return all > 0 ? held / all : 0;
    }

    /// <summary>Share of the question's words that stand in the text as written, or among the terms of its day; a word in another form counts half. 0 to 1.</summary>
    public double Exact(SentenceCandidate sentence) => _terms.Length == 0 ? 0 : _terms.Sum(t =>
        sentence.Words.Contains(t.Word) || sentence.Day.Contains(t.Value) ? 1 : sentence.Values.Contains(t.Value) ? OtherForm : 0) / _terms.Length;
}
