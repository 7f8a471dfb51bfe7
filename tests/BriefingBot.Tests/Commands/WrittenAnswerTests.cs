using System.Runtime.CompilerServices;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Llm;

namespace BriefingBot.Tests.Commands;

/// <summary>Questions of a channel where a model writes the answers.</summary>
public sealed class WrittenAnswerTests
{
    private const string Question = "How many dockers stayed away from Port Varran on Monday?";
    private const string Other = "Who restored the lighthouse lamp of the maritime museum?";
    private const string First = "About 1,400 dockers stayed away from Port Varran on Monday. [1]\n";
    private const string Wrong = "Seven cranes fell into the harbour. [1]\n";
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Verified_sentences_are_shown_with_their_sources_while_the_model_still_writes()
    {
        await using var desk = await Desk.WithModelAsync(new StagedModel((_, token) => StallAfter(Wrong + First, token)));

        var asked = desk.As("ana").Send("ask", ("question", Question));
        var shown = await asked.ProgressWith(reply => reply.Blocks.OfType<ClaimBlock>().Any());

        Assert.Empty(asked.Finished);
        Assert.Equal("About 1,400 dockers stayed away from Port Varran on Monday. [1]", Assert.Single(shown.Blocks.OfType<ClaimBlock>()).Text);
        Assert.Equal((1, "Varran Courier"), Assert.Single(shown.Blocks.OfType<SourceBlock>()) is var source ? (source.Number, source.Publisher) : default);
        Assert.StartsWith("cancel ", Assert.Single(shown.Actions).Id.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Progress, progress => progress.Text().Contains("cranes", StringComparison.Ordinal));
        _release.SetResult();
        var reply = await asked.Reply;
        Assert.Contains("written by staged", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("1 claim withheld", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_slow_in_every_other_channel_delays_nobody()
    {
        var model = new StagedModel((request, token) => request.Contains(Other, StringComparison.Ordinal) ? Now("Hanne Orlo restored a brass lighthouse lamp from 1884. [1]\n") : StallAfter("", token));
        await using var desk = await Desk.WithModelAsync(model);
        var slow = new List<Task<ChatReply>>();
        for (var n = 0; n < Math.Max(2, Environment.ProcessorCount) + 1; n++)
        {
            desk.Bind("guild", $"slow-{n}", "port-desk");
            slow.Add(desk.As("ana", channel: $"slow-{n}").Ask(Question));
            await model.AskedAsync();
        }

        var reply = await desk.As("ben").Ask(Other);

        Assert.Contains("Hanne Orlo restored", reply.Text(), StringComparison.Ordinal);
        Assert.All(slow, task => Assert.False(task.IsCompleted));
        _release.SetResult();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task Cancel_ends_the_request_to_the_model_and_nothing_is_stored()
    {
        await using var desk = await Desk.WithModelAsync(new StagedModel((_, token) => StallAfter(First, token)));
        var asked = desk.As("ana").Send("ask", ("question", Question));
        var shown = await asked.ProgressWith(reply => reply.Blocks.OfType<ClaimBlock>().Any());

        await desk.As("ana").Press(Assert.Single(shown.Actions).Id).Reply;

        await _stopped.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Null((await asked.Reply).AnswerId);
        Assert.Empty(desk.Library("port-desk").Read(session => new AnswerStore(session).Recent(10)));
    }

    [Theory]
    [InlineData("Who led the dockers who stayed away from Port Varran?", "Understood as: Who led the dockers who stayed away from Port Varran?")]
    [InlineData("See https://evil.example", "Understood as: Who led them? (")]
    [InlineData("", "Understood as: Who led them? (")]
    public async Task A_follow_up_is_rewritten_by_the_model_and_by_rule_where_it_gives_no_question(string rewritten, string understood)
    {
        var model = new StagedModel((request, _) => Now(request.Contains("Follow-up question:", StringComparison.Ordinal) ? rewritten : First));
        await using var desk = await Desk.WithModelAsync(model);
        var thread = desk.As("ana").Place with { Thread = "t1" };
        await desk.As("ana").In(thread).Ask(Question);

        var further = await desk.As("ben").In(thread).Say("And who led them?").Reply;

        Assert.Contains(understood, further.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Follow-up question:", await model.AskedAsync(), StringComparison.Ordinal);
        Assert.Contains("1,400", await model.AskedAsync(), StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<string> Now(string text)
    {
        await Task.CompletedTask;
        yield return text;
    }

    private async IAsyncEnumerable<string> StallAfter(string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return text;
        try
        {
            await _release.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested) _stopped.TrySetResult();
        }

        yield return First;
    }
}
