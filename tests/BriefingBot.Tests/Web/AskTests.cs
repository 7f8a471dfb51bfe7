using System.Net;
using System.Text;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Web;

public sealed class AskTests(SamplesPage samples) : IClassFixture<SamplesPage>
{
    private const string Question = "How many dockers walked out at Port Varran?";

    private const string Requests = "/api/channels/default/requests";

    private ServedPage Page => samples.Page;

    [Fact]
    public async Task A_question_gets_an_answer_whose_every_number_opens_the_quote_in_its_text()
    {
        var answer = await Page.AskAsync(Question);

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var source = await Page.GetAsync($"/api/answers/{answer.GetProperty("answerId")}/citations/{citation.GetProperty("n")}");
            var text = source.GetProperty("text").GetString()!;
            var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
            Assert.Equal(citation.GetProperty("quote").GetString(), text[start..end]);
            Assert.Equal(text.Length, source.GetProperty("characters").GetInt32());
            Assert.Equal(citation.GetRawText(), source.GetProperty("citation").GetRawText());
        }
    }

    [Fact]
    public async Task A_stored_answer_opens_again_by_its_id_in_either_case()
    {
        var answer = await Page.AskAsync(Question);
        var id = answer.GetProperty("answerId").GetString()!;

        Assert.Equal(answer.GetProperty("text").GetString(), (await Page.GetAsync($"/api/answers/{id}")).GetProperty("text").GetString());
        Assert.Equal(id, (await Page.GetAsync($"/api/answers/{id.ToLowerInvariant()}")).GetProperty("answerId").GetString());
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_its_related_passages_open_by_number()
    {
        var answer = await Page.AskAsync("Who founded Quillmark Zeppelins?");

        Assert.Equal("insufficient", answer.GetProperty("status").GetString());
        Assert.Empty(answer.GetProperty("citations").EnumerateArray());
        foreach (var related in answer.GetProperty("related").EnumerateArray())
        {
            var source = await Page.GetAsync($"/api/answers/{answer.GetProperty("answerId")}/citations/{related.GetProperty("n")}");
            Assert.Equal(related.GetProperty("title").GetString(), source.GetProperty("citation").GetProperty("title").GetString());
        }
    }

    [Theory]
    [InlineData("/api/answers/0000000000", "no answer 0000000000")]
    [InlineData("/api/answers/0000000000/citations/1", "no answer 0000000000")]
    [InlineData("/api/answers/no-such-thing-and-very-long-too", "no answer NO-SUCH")]
    [InlineData("/api/nothing", "nothing at this address")]
    public async Task What_is_not_there_is_a_sentence(string path, string words)
    {
        using var response = await Page.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(words, (await ServedPage.JsonAsync(response)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_the_answer_does_not_have_is_a_sentence()
    {
        var answer = await Page.AskAsync(Question);
        using var response = await Page.Client.GetAsync($"/api/answers/{answer.GetProperty("answerId")}/citations/99", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("has no source 99", (await ServedPage.JsonAsync(response)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"0123456789","text":"  "}""", "Write a question first.")]
    [InlineData("""{"id":"0123456789","text":null}""", "Write a question first.")]
    [InlineData("""{"id":"0123456789","text":"/nothing"}""", "There is no such command")]
    [InlineData("""{"id":"0123456789","text":12}""", "Send what you say as JSON")]
    [InlineData("""{"id":"short","text":"Who?"}""", "Send what you say as JSON")]
    [InlineData("""{"id":"0123 456 789","text":"Who?"}""", "Send what you say as JSON")]
    [InlineData("""{"text":"Who?"}""", "Send what you say as JSON")]
    [InlineData("""{"id":"0123456789","action":"","messageId":"1"}""", "That is no button")]
    [InlineData("""{"id":"0123456789","action":"cancel X"}""", "That is no button")]
    [InlineData("not json", "Send what you say as JSON")]
    [InlineData("", "Send what you say as JSON")]
    [InlineData("[]", "Send what you say as JSON")]
    [InlineData("null", "Send what you say as JSON")]
    public async Task A_request_that_says_nothing_is_refused_with_a_sentence(string body, string words)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Page.Client.PostAsync(Requests, content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(words, (await ServedPage.JsonAsync(response)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_read_up_to_five_thousand_characters_and_a_body_up_to_its_bound()
    {
        var longest = await Page.SayAsync(new string('a', 5000));
        var longer = await Page.SayAsync(new string('a', 5001));
        using var tooLong = await Page.PostAsync(new string('a', 6001));
        using var huge = await Page.PostAsync(new string('a', 100_000));

        Assert.Equal("insufficient", longest.GetProperty("answer").GetProperty("status").GetString());
        Assert.Contains("5,001 characters", longer.GetProperty("reply").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        Assert.Equal("The request is too large.", (await ServedPage.JsonAsync(huge)).GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("\"quotes\" AND (NEAR* -col:")]
    [InlineData("🦀🦀 ⚓")]
    [InlineData("the of and to")]
    [InlineData("\u0000\u0001 dockers")]
    public async Task Any_text_is_a_question(string question)
    {
        var answer = await Page.AskAsync(question);

        Assert.Equal(question.Trim(), answer.GetProperty("question").GetString());
    }

    [Fact]
    public async Task A_form_is_not_JSON()
    {
        using var form = new FormUrlEncodedContent([new("id", "0123456789"), new("text", Question)]);
        using var response = await Page.Client.PostAsync(Requests, form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(Requests, HttpStatusCode.MethodNotAllowed, "This address takes another kind of request.")]
    [InlineData("/api/ask", HttpStatusCode.NotFound, "There is nothing at this address.")]
    public async Task Nothing_is_asked_but_in_a_channel(string path, HttpStatusCode status, string words)
    {
        using var response = await Page.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(words, (await ServedPage.JsonAsync(response)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Fifty_questions_at_once_are_all_answered_and_all_stored_and_the_next_too_many_are_told_when()
    {
        await using var page = await ServedPage.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => page.AskAsync(Question)));

        var ids = answers.Select(answer => answer.GetProperty("answerId").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(50, ids.Count);
        Assert.Superset(ids, page.Read(session => new AnswerStore(session).Recent(int.MaxValue)).Select(answer => answer.AnswerId).ToHashSet(StringComparer.Ordinal));
        for (var i = 0; i < 10; i++) await page.AskAsync(Question);
        Assert.Contains("again", (await page.SayAsync(Question)).GetProperty("reply").GetRawText(), StringComparison.Ordinal);
    }
}
