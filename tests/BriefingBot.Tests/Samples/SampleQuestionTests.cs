using BriefingBot.Core.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Samples;

public sealed class SampleQuestionTests(SampleLibrary samples) : IClassFixture<SampleLibrary>
{
    public static TheoryData<string> Examples => [.. SampleDocuments.Questions];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_question_gets_a_cited_answer(string question)
    {
        var answer = samples.Ask(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.NotEmpty(answer.Citations);
        foreach (var citation in answer.Citations)
        {
            var revision = samples.Current(citation.Origin[SampleDocuments.OriginPrefix.Length..]);
            Assert.Equal(citation.Quote, revision.Text[citation.Start..citation.End]);
        }
    }

    [Fact]
    public void The_first_example_shows_that_the_accounts_of_the_walkout_differ()
    {
        var answer = samples.Ask(SampleDocuments.Questions[0]);

        Assert.Contains(answer.Citations, c => c.Quote.Contains("1,400", StringComparison.Ordinal));
        Assert.Contains(answer.Citations, c => c.Quote.Contains("1,900", StringComparison.Ordinal));
        var differ = Assert.Single(answer.Sentences, s => s.Kind == SentenceKind.Disagreement);
        Assert.StartsWith("Accounts differ on the number: ", differ.Text, StringComparison.Ordinal);
        Assert.Equal(2, differ.Citations.Distinct().Count());
    }

    [Fact]
    public void The_report_about_soldiers_is_shown_with_its_denial()
    {
        var origins = samples.Ask("What is known about soldiers at Port Varran?").Citations.Select(c => c.Origin).ToList();

        Assert.Contains("sample:ministry-denial.html", origins, StringComparer.Ordinal);
        Assert.Contains("sample:delta-post-soldiers.html", origins, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Who was named mediator in the strike?", "Oda Renke")]
    [InlineData("How many ships were waiting off Port Varran, according to the pilots' office?", "16")]
    [InlineData("What was the result of the vote on the settlement?", "1,212 to 388")]
    public void A_fact_of_the_samples_is_found(string question, string fact)
    {
        var answer = samples.Ask(question);

        Assert.NotEqual(AnswerStatus.Insufficient, answer.Status);
        Assert.Contains(answer.Citations, c => c.Quote.Contains(fact, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Who founded Quillmark Zeppelins?")]
    [InlineData("What is the boiling point of tungsten?")]
    public void What_the_samples_do_not_say_is_refused(string question) =>
        Assert.Equal(AnswerStatus.Insufficient, samples.Ask(question).Status);
}
