using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>One question of an answers run, as the per-item file has it. Null where the measure does not apply to the question.</summary>
internal sealed partial record QuestionResult
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }
    public required bool Answerable { get; init; }
    public required AnswerStatus Status { get; init; }

    /// <summary>The answer's score for refusing; higher is surer.</summary>
    public required double Score { get; init; }
    public required bool Refused { get; init; }
    public required bool Doubtful { get; init; }
    public bool? AnswerInFirst { get; init; }
    public bool? AnswerInBrief { get; init; }
    public bool? CitedGold { get; init; }

    /// <summary>Share of the citations that point into a gold document; null without a brief.</summary>
    public double? GoldShare { get; init; }

    /// <summary>Documents of the citations, in order of their numbers.</summary>
    public required IReadOnlyList<string> Cited { get; init; }
    public required int Sentences { get; init; }
    public required int Citations { get; init; }
    public required int CitationsHeld { get; init; }
    public required double Ms { get; init; }

    /// <summary>A refusal has no brief, whatever passages it shows.</summary>
    [JsonIgnore]
    public bool HasBrief => !Refused && Sentences > 0;

    public static QuestionResult Of(LabelledQuestion question, Answer answer, CitationTally tally, double ms)
    {
        var refused = answer.Status == AnswerStatus.Insufficient;
        var sentences = refused ? [] : answer.Sentences.Select(sentence => AnswerText.Normalize(Marker().Replace(sentence.Text, " "))).ToList();
        var cited = refused ? [] : answer.Citations.OrderBy(citation => citation.N).Select(citation => citation.DocumentId).ToList();
        var accepted = question.Answers.Select(AnswerText.Normalize).ToList();
        bool Holds(string text) => accepted.Exists(one => AnswerText.Occurs(one, text));
        return new QuestionResult
        {
            Id = question.Id,
            Answerable = question.Answerable,
            Status = answer.Status,
            Score = answer.Score,
            Refused = refused,
            Doubtful = answer.Status == AnswerStatus.Doubtful,
            AnswerInFirst = question.Answerable ? sentences.Count > 0 && Holds(sentences[0]) : null,
            AnswerInBrief = question.Answerable ? Holds(string.Join(' ', sentences)) : null,
            CitedGold = question.Answerable ? cited.Exists(question.Documents.Contains) : null,
            GoldShare = question.Answerable ? Statistics.Share(cited.Select(question.Documents.Contains)) : null,
            Cited = cited,
            Sentences = sentences.Count,
            Citations = tally.Total,
            CitationsHeld = tally.Held,
            Ms = ms,
        };
    }

    /// <summary>The number of a citation is no word of the answer: "[3]" must not answer "how many".</summary>
    [GeneratedRegex(@"\[\d{1,3}\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
