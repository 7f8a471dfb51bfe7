using System.Text.Json.Serialization;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Runs;

namespace BriefingBot.Core.Evaluation;

/// <summary>
/// Metrics of an <c>answers</c> set, shares from 0 to 1. Over all answerable questions unless said otherwise, so that a refusal counts
/// as a miss. Null where the set holds no question of the kind.
/// </summary>
public sealed record AnswersMetrics
{
    /// <summary>The share of questions with an accepted answer in the first sentence.</summary>
    [JsonPropertyName("answerInFirst")]
    public required double? AnswerInFirst { get; init; }

    [JsonPropertyName("answerInBrief")]
    public required double? AnswerInBrief { get; init; }

    /// <summary>The share of questions with a citation into a gold document.</summary>
    [JsonPropertyName("citedGold")]
    public required double? CitedGold { get; init; }

    /// <summary>The mean share of citations into gold documents, over the answerable questions that got a brief.</summary>
    [JsonPropertyName("goldShare")]
    public required double? GoldShare { get; init; }

    /// <summary>The share of the answerable questions that were refused.</summary>
    [JsonPropertyName("falseRefusal")]
    public required double? FalseRefusal { get; init; }

    /// <summary>The share of the unanswerable questions that were refused.</summary>
    [JsonPropertyName("refused")]
    public required double? Refused { get; init; }

    [JsonPropertyName("doubtfulAnswerable")]
    public required double? DoubtfulAnswerable { get; init; }

    [JsonPropertyName("doubtfulUnanswerable")]
    public required double? DoubtfulUnanswerable { get; init; }

    /// <summary>The area under the ROC curve of the score, answerable against unanswerable.</summary>
    [JsonPropertyName("refusalAuroc")]
    public required double? RefusalAuroc { get; init; }

    /// <summary>The share of citations, over all questions, whose quote is exactly the stored text; anything below 1 is a fault of the product.</summary>
    [JsonPropertyName("citationsVerbatim")]
    public required double? CitationsVerbatim { get; init; }

    /// <summary>The mean over the answerable questions that got a brief.</summary>
    [JsonPropertyName("sentencesPerBrief")]
    public required double? SentencesPerBrief { get; init; }

    /// <summary>The median milliseconds from question to stored answer, over all questions.</summary>
    [JsonPropertyName("p50Ms")]
    public required double P50Ms { get; init; }

    [JsonPropertyName("p95Ms")]
    public required double P95Ms { get; init; }

    /// <summary>One sentence per row of the corpus that did not become a document; not part of the metrics document.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Problems { get; init; } = [];

    internal static AnswersMetrics Of(IReadOnlyList<QuestionResult> results, IReadOnlyList<string> problems)
    {
        var answerable = results.Where(result => result.Answerable).ToList();
        var unanswerable = results.Where(result => !result.Answerable).ToList();
        var briefs = answerable.FindAll(result => result.HasBrief);
        return new AnswersMetrics
        {
            AnswerInFirst = Statistics.Share(answerable.Select(result => result.AnswerInFirst == true)),
            AnswerInBrief = Statistics.Share(answerable.Select(result => result.AnswerInBrief == true)),
            CitedGold = Statistics.Share(answerable.Select(result => result.CitedGold == true)),
            GoldShare = Statistics.Mean(briefs.Select(result => result.GoldShare ?? 0)),
            FalseRefusal = Statistics.Share(answerable.Select(result => result.Refused)),
            Refused = Statistics.Share(unanswerable.Select(result => result.Refused)),
            DoubtfulAnswerable = Statistics.Share(answerable.Select(result => result.Doubtful)),
            DoubtfulUnanswerable = Statistics.Share(unanswerable.Select(result => result.Doubtful)),
            RefusalAuroc = Statistics.Auroc(answerable.Select(result => result.Score), unanswerable.Select(result => result.Score)),
            CitationsVerbatim = Verbatim(results),
            SentencesPerBrief = Statistics.Mean(briefs.Select(result => (double)result.Sentences)),
            P50Ms = Statistics.Percentile(results.Select(result => result.Ms), 0.50) ?? 0,
            P95Ms = Statistics.Percentile(results.Select(result => result.Ms), 0.95) ?? 0,
            Problems = problems,
        };
    }

    private static double? Verbatim(IReadOnlyList<QuestionResult> results)
    {
        var total = results.Sum(result => result.Citations);
        return total > 0 ? results.Sum(result => result.CitationsHeld) / (double)total : null;
    }
}
