using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Briefing.Models;

namespace BriefingBot.Tests.Llm;

public sealed class ModelServerTests : IAsyncDisposable
{
    private const string Good = "About 1,400 dockers stayed away from Port Varran on Monday. [1]\nThe port authority said two ferries were turned back before dawn. [1]\n";
    private readonly ModelDesk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public async Task A_brief_is_written_however_the_stream_is_cut(int piece)
    {
        _desk.Server.Says(Good, piece, usage: piece != 7);
        var answer = await _desk.AskAsync();
        Assert.Equal("tiny", answer.Writer);
        Assert.NotNull(answer.PromptHash);
        Assert.StartsWith("About 1,400 dockers stayed away from Port Varran on Monday. [1]", answer.Text, StringComparison.Ordinal);
        Promises.Keep(_desk.Library.File, answer);
    }

    [Fact]
    public async Task The_passages_stand_behind_a_fence_and_the_key_and_limit_go_along()
    {
        _desk.Server.Says(Good);
        await _desk.AskAsync();
        var body = await _desk.Server.RequestAsync(Token);
        Assert.Contains("=====", body, StringComparison.Ordinal);
        Assert.Contains("\"max_tokens\":700", body, StringComparison.Ordinal);
        Assert.Contains("\"model\":\"tiny\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_come_as_they_are_verified_and_not_before()
    {
        _desk.Server.Says("Ten thousand dockers stayed away from Port Varran on Monday. [1]\n" + Good);
        var said = new List<string>();
        var answer = await _desk.AskAsync(said: claim => said.Add(claim.Sentence.Text));
        Assert.Equal(answer.Sentences.Where(s => s.Kind == SentenceKind.Summary).Select(s => s.Text), said, StringComparer.Ordinal);
        Assert.Contains("Ten thousand", Assert.Single(answer.Withheld).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_sentence_is_out_while_the_model_still_writes()
    {
        _desk.Server.SaysThenStalls(Good);
        var first = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asking = _desk.AskAsync(said: claim => first.TrySetResult(claim.Sentence.Text));
        Assert.Contains("1,400", await first.Task.WaitAsync(Token), StringComparison.Ordinal);
        Assert.False(asking.IsCompleted);
        _desk.Time.Advance(TimeSpan.FromSeconds(31));
        var answer = await asking;
        Assert.Equal("tiny", answer.Writer);
        Assert.Contains("Not finished: the model did not answer in time.", answer.Notes, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_stall_ends_with_the_timeout_and_the_quotes_stand()
    {
        _desk.Server.Stalls();
        var asking = _desk.AskAsync();
        await _desk.Server.RequestAsync(Token);
        _desk.Time.Advance(TimeSpan.FromSeconds(31));
        Quoted(await asking, "did not answer in time");
        await _desk.Server.HungUp.WaitAsync(Token);
    }

    [Fact]
    public async Task Cancelling_stops_the_request_on_the_wire_and_stores_nothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _desk.Server.SaysThenStalls(Good);
        var asking = _desk.AskAsync(cancellationToken: cancel.Token);
        await _desk.Server.RequestAsync(Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await _desk.Server.HungUp.WaitAsync(Token);
    }

    [Theory]
    [InlineData(401, "refused the key", 1)]
    [InlineData(404, "does not know the model", 1)]
    [InlineData(400, "did not accept", 1)]
    [InlineData(500, "failed (500)", 3)]
    [InlineData(429, "too much to do", 3)]
    public async Task A_refusal_is_told_in_words_and_the_quotes_stand(int status, string said, int asked)
    {
        for (var i = 0; i < 5; i++) _desk.Server.Fails(status);
        Quoted(await _desk.AskAsync(), said);
        Assert.Equal(asked, _desk.Server.Asked);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_long_is_not_waited_for()
    {
        _desk.Server.Fails(429, retryAfter: "600");
        Quoted(await _desk.AskAsync(), "too much to do");
        Assert.Equal(1, _desk.Server.Asked);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_passes_on_its_own_is_asked_again(int status)
    {
        _desk.Server.Fails(status).Says(Good);
        Assert.Equal("tiny", (await _desk.AskAsync()).Writer);
    }

    [Theory]
    [InlineData("data: {\"choices\": 7}\n\n")]
    [InlineData("data: {not json\n\n")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("")]
    public async Task What_is_no_chat_reply_leaves_the_quotes(string raw)
    {
        for (var i = 0; i < 6; i++) _desk.Server.Sends(raw);
        var answer = await _desk.AskAsync();
        Assert.Equal("extractive", answer.Writer);
        Assert.Contains(answer.Notes, note => note.StartsWith("Quoted without a model: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_breaks_keeps_what_was_verified()
    {
        _desk.Server.SaysThenBreaks(Good);
        var answer = await _desk.AskAsync();
        Assert.Equal("tiny", answer.Writer);
        Assert.Contains(answer.Notes, note => note.StartsWith("Not finished: ", StringComparison.Ordinal));
        Promises.Keep(_desk.Library.File, answer);
    }

    [Theory]
    [InlineData("NOT IN THE PASSAGES", "found no answer")]
    [InlineData("Nine ministers resigned over the walkout in Lissa. [1]", "nothing the passages support")]
    public async Task A_model_that_gives_nothing_leaves_the_quotes(string text, string said)
    {
        _desk.Server.Says(text);
        Quoted(await _desk.AskAsync(), said);
    }

    [Fact]
    public async Task Text_without_a_sentence_is_asked_for_once_more()
    {
        _desk.Server.Says("```\n```").Says(Good);
        Assert.Equal("tiny", (await _desk.AskAsync()).Writer);
    }

    [Fact]
    public async Task A_question_the_library_does_not_answer_never_reaches_the_model()
    {
        var answer = await _desk.AskAsync("What did Ostrava Shipping pay for the cranes?");
        Assert.Equal(AnswerStatus.Insufficient, answer.Status);
        Assert.Equal(0, _desk.Server.Asked);
    }

    [Fact]
    public async Task A_wrong_number_is_moved_to_the_passage_that_supports_the_sentence()
    {
        _desk.Server.Says("The harbour master Ilse Tamm called the walkout unlawful. [19]\nAbout 1,900 dockers stayed away from Port Varran on Monday.\n");
        var answer = await _desk.AskAsync();
        Assert.Equal(["courier", "wire"], answer.Citations.Select(c => c.DocumentId).Take(2), StringComparer.Ordinal);
        Promises.Keep(_desk.Library.File, answer);
    }

    [Fact]
    public async Task Accounts_that_differ_are_told_whatever_the_model_made_of_them()
    {
        _desk.Server.Says("About 1,900 dockers stayed away from Port Varran on Monday. [1][2]\n");
        var answer = await _desk.AskAsync();
        var difference = Assert.Single(answer.Sentences, s => s.Kind == SentenceKind.Disagreement);
        Assert.Contains("1,400", difference.Text, StringComparison.Ordinal);
        Promises.Keep(_desk.Library.File, answer);
    }

    [Fact]
    public async Task The_daily_budget_ends_the_asking_and_a_new_day_begins_it_again()
    {
        await using var desk = new ModelDesk(values => values["Model:DailyTokens"] = "1000");
        desk.Server.Says(Good).Says(Good);
        Assert.Equal("tiny", (await desk.AskAsync()).Writer);
        Quoted(await desk.AskAsync(), "Model:DailyTokens");
        desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("tiny", (await desk.AskAsync()).Writer);
    }

    [Fact]
    public async Task The_budget_of_the_day_outlives_a_restart()
    {
        await using var desk = new ModelDesk(values => values["Model:DailyTokens"] = "1000");
        desk.Server.Says(Good);
        Assert.Equal("tiny", (await desk.AskAsync()).Writer);
        await using var next = new ModelDesk(values => values["Model:DailyTokens"] = "1000", folder: desk.Folder);
        next.Server.Says(Good).Says(Good);
        Quoted(await next.AskAsync(), "Model:DailyTokens");
        Assert.Equal(0, next.Server.Asked);
        next.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("tiny", (await next.AskAsync()).Writer);
    }

    [Fact]
    public async Task Sources_a_sentence_needs_together_are_all_cited()
    {
        _desk.Server.Says("About 1,900 dockers stayed away from Port Varran on Monday, and harbour master Ilse Tamm called the walkout unlawful. [1][2]\n");
        var answer = await _desk.AskAsync();
        var sentence = answer.Sentences.First(s => s.Kind == SentenceKind.Summary);
        Assert.EndsWith("[1][2]", sentence.Text, StringComparison.Ordinal);
        Assert.Equal(["courier", "wire"], answer.Citations.Where(c => sentence.Citations.Contains(c.N)).Select(c => c.DocumentId).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Promises.Keep(_desk.Library.File, answer);
    }

    [Fact]
    public async Task A_stored_brief_opens_again_with_writer_prompt_and_what_was_withheld()
    {
        _desk.Server.Says("Seven cranes fell. [1]\n" + Good);
        var answer = await _desk.AskAsync();
        var stored = _desk.Library.File.Read(session => new AnswerStore(session).Find(answer.AnswerId))!;
        Assert.Equal((answer.Writer, answer.PromptHash, answer.Text), (stored.Writer, stored.PromptHash, stored.Text));
        Assert.Single(stored.Withheld);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static void Quoted(Answer answer, string said)
    {
        Assert.Equal("extractive", answer.Writer);
        Assert.Contains(said, Assert.Single(answer.Notes, note => note.StartsWith("Quoted without a model: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
    }
}
