using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Evaluation;

public sealed class QuestionResultTests
{
    private static readonly LabelledQuestion HowMany = new("q", "How many?", null, Answerable: true, ["3"], new HashSet<string>(StringComparer.Ordinal) { "gold" });
    private static readonly LabelledQuestion Unanswerable = new("u", "Who?", null, Answerable: false, [], new HashSet<string>(StringComparer.Ordinal));

    [Fact]
    public void The_number_of_a_citation_is_no_answer() =>
        Assert.False(Result(HowMany, Brief(AnswerStatus.Answered, ["Corran Mail: “Many ships waited.” [3]"], "gold")).AnswerInFirst);

    [Fact]
    public void An_answer_in_the_second_sentence_is_in_the_brief_but_not_first()
    {
        var result = Result(HowMany, Brief(AnswerStatus.Doubtful, ["Ships waited. [1]", "There were 3. [2]"], "other", "gold", "other"));

        Assert.Equal((false, true, true), (result.AnswerInFirst, result.AnswerInBrief, result.CitedGold));
        Assert.Equal(1 / 3.0, result.GoldShare!.Value, 12);
        Assert.True(result.Doubtful);
    }

    [Fact]
    public void A_refusal_is_a_miss_whatever_it_shows()
    {
        var result = Result(HowMany, Brief(AnswerStatus.Insufficient, ["There were 3."], "gold"));

        Assert.Equal((false, false, false), (result.AnswerInFirst, result.AnswerInBrief, result.CitedGold));
        Assert.False(result.HasBrief);
    }

    [Fact]
    public void Means_over_briefs_leave_refusals_out_and_shares_over_questions_keep_them()
    {
        var metrics = AnswersMetrics.Of(
            [
                Result(HowMany, Brief(AnswerStatus.Answered, ["There were 3. [1]", "So it was. [2]"], "gold", "other")),
                Result(HowMany, Brief(AnswerStatus.Insufficient, [])),
                Result(Unanswerable, Brief(AnswerStatus.Insufficient, [])),
                Result(Unanswerable, Brief(AnswerStatus.Answered, ["It was Ada. [1]"], "other")),
            ],
            []);

        Assert.Equal((0.5, 0.5, 0.5), (metrics.AnswerInFirst, metrics.GoldShare, metrics.FalseRefusal));
        Assert.Equal((2.0, 0.5), (metrics.SentencesPerBrief, metrics.Refused));
    }

    [Fact]
    public void What_a_set_does_not_hold_is_null()
    {
        var metrics = AnswersMetrics.Of([Result(HowMany, Brief(AnswerStatus.Insufficient, []))], []);

        Assert.Null(metrics.Refused);
        Assert.Null(metrics.RefusalAuroc);
        Assert.Null(metrics.CitationsVerbatim);
    }

    private static QuestionResult Result(LabelledQuestion question, Answer answer) => QuestionResult.Of(question, answer, new CitationTally(0, 0), 1);

    private static Answer Brief(AnswerStatus status, string[] sentences, params string[] documents) => new()
    {
        AnswerId = "a",
        Library = "default",
        Question = "How many?",
        Status = status,
        Writer = "extractive",
        Text = "",
        Sentences = [.. sentences.Select(text => new AnswerSentence(text, SentenceKind.Quote, [1]))],
        Citations = [.. documents.Select((id, i) => new Citation { N = i + 1, DocumentId = id, Title = "", Origin = "", Quote = "" })],
    };
}
