using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Commands;

public sealed class InboxTests
{
    private const string Question = "How many dockers stayed away from Port Varran?";

    [Fact]
    public async Task Fifty_questions_over_two_channels_are_all_answered_in_the_order_of_their_channel()
    {
        await using var desk = await Desk.WithStrikeAsync();
        desk.Bind("guild", "museum", "port-desk");
        var asked = Enumerable.Range(0, 50)
            .Select(n => (Channel: n % 2 == 0 ? "port" : "museum", Asked: desk.As($"p{n % 7}", channel: n % 2 == 0 ? "port" : "museum").Send("ask", ("question", $"What happened at Port Varran, number {n}?"))))
            .ToList();

        var replies = await Task.WhenAll(asked.Select(one => one.Asked.Reply));

        Assert.Equal(50, replies.Select(reply => reply.AnswerId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(0, 50).Select(n => $"What happened at Port Varran, number {n}?"), replies.Select(reply => Assert.IsType<HeadingBlock>(reply.Blocks[0]).Text), StringComparer.Ordinal);
        foreach (var channel in asked.Select((one, n) => (one.Channel, Message: one.Asked.Posted!.MessageId, n)).GroupBy(one => one.Channel, StringComparer.Ordinal))
            Assert.Equal(channel.OrderBy(one => int.Parse(one.Message[1..])).Select(one => one.n), channel.Select(one => one.n));
        await Until(() => desk.Inbox.Count().GetValueOrDefault(InboxState.Shown) == 50);
    }

    [Fact]
    public async Task A_slow_channel_keeps_no_other_waiting()
    {
        await using var desk = await Desk.WithStrikeAsync();
        desk.Bind("guild", "museum", "port-desk");
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new RecordingResponder(desk.Platform, desk.As("ana").Place) { Slowness = stop => stuck.Task.WaitAsync(stop) };
        await Handle(desk, "slow", slow);
        var behind = desk.As("ben").Send("ask", ("question", Question));

        var other = await desk.As("cleo", channel: "museum").Ask(Question);

        Assert.NotNull(other.AnswerId);
        Assert.Contains("Next in line", (await behind.FirstProgress).Text(), StringComparison.Ordinal);
        Assert.Empty(behind.Finished);
        stuck.SetResult();
        await behind.Reply;
        Assert.Single(slow.Finished);
    }

    [Fact]
    public async Task A_platform_that_fails_to_show_an_answer_loses_neither_the_answer_nor_the_line()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var failing = new RecordingResponder(desk.Platform, desk.As("ana").Place) { Failure = new ChatException("The channel is gone.") };

        await Handle(desk, "failing", failing);
        var reply = await desk.As("ben").Ask(Question);

        Assert.NotNull(reply.AnswerId);
        Assert.Equal(2, desk.Library("port-desk").Read(session => new AnswerStore(session).Recent(9)).Count);
        Assert.Equal(1, desk.Inbox.Count()[InboxState.Failed]);
    }

    [Fact]
    public async Task A_question_that_waits_is_called_off_by_its_asker_and_by_nobody_else()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Handle(desk, "slow", new RecordingResponder(desk.Platform, desk.As("ana").Place) { Slowness = stop => stuck.Task.WaitAsync(stop) });
        var waiting = desk.As("ben").Send("ask", ("question", Question));
        var cancel = (await waiting.FirstProgress).Actions[0].Id;

        var stranger = await desk.As("cleo").Press(cancel).Reply;
        Assert.Empty(waiting.Finished);
        await desk.As("ben").Press(cancel).Reply;

        Assert.Contains("nothing of yours", stranger.Text(), StringComparison.Ordinal);
        Assert.Contains("Called off", (await waiting.Reply).Text(), StringComparison.Ordinal);
        Assert.Equal(InboxState.Cancelled, desk.Inbox.Find(cancel.Target)!.State);
        Assert.Equal("", desk.Inbox.Find(cancel.Target)!.Question);
        stuck.SetResult();
        Assert.NotNull((await desk.As("ben").Ask(Question)).AnswerId);
    }

    [Fact]
    public async Task After_a_kill_every_accepted_question_is_shown_as_interrupted_and_asked_again_by_its_button()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var ids = Killed(desk, 5);
        await using var next = desk.Next();
        await next.StartAsync();
        await Until(() => next.Platform.Posts.Count == 5);

        Assert.Equal(ids.Select(id => $"retry {id}"), next.Platform.Posts.Select(post => Assert.Single(post.Reply.Actions).Id.ToString()), StringComparer.Ordinal);
        Assert.All(next.Platform.Posts, post => Assert.Equal("ana", post.Reply.ForPerson));
        var reply = await next.As("ana").Press(next.Platform.Posts.First().Reply.Actions[0].Id).Reply;

        Assert.Equal(ids[0], reply.AnswerId);
        Assert.Contains("dockers", reply.Text(), StringComparison.Ordinal);
        await Until(() => next.Inbox.Find(ids[0])!.State == InboxState.Shown);
        Assert.Equal(4, next.Inbox.Count()[InboxState.Interrupted]);
        Assert.Contains("nothing of yours", (await next.As("ana").Press(next.Platform.Posts.First().Reply.Actions[0].Id).Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_a_platform_that_still_takes_the_reply_gets_the_answer()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var id = Assert.Single(Killed(desk, 1));
        await using var next = desk.Next();
        var late = new RecordingResponder(next.Platform, next.As("ana").Place);
        next.Platform.Late = pending => pending.PersonId == "ana" && pending.RequestId == "killed-0" ? late : null;

        await next.StartAsync();

        Assert.Equal(id, (await late.Reply).AnswerId);
        Assert.Empty(next.Platform.Posts);
        await Until(() => next.Inbox.Find(id)!.State == InboxState.Shown);
    }

    [Fact]
    public async Task A_kill_between_storing_and_showing_shows_the_stored_answer()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var shown = await desk.As("ana").Ask(Question);
        await Until(() => desk.Inbox.Find(shown.AnswerId!)!.State == InboxState.Shown);
        Reopen(desk, shown.AnswerId!);
        await using var next = desk.Next();
        await next.StartAsync();
        await Until(() => next.Platform.Posts.Count == 1);

        var reply = await next.As("ana").Press(new ChatActionId("retry", shown.AnswerId!)).Reply;

        Assert.Equal(shown.AnswerId, reply.AnswerId);
        Assert.Single(next.Library("port-desk").Read(session => new AnswerStore(session).Recent(9)));
    }

    [Fact]
    public async Task A_private_question_is_not_repeated_where_others_read()
    {
        await using var desk = await Desk.WithStrikeAsync();
        Killed(desk, 1, alone: true);
        await using var next = desk.Next();
        await next.StartAsync();
        await Until(() => next.Platform.Posts.Count == 1);

        Assert.DoesNotContain("dockers", next.Platform.Posts.First().Reply.Text(), StringComparison.Ordinal);
        Assert.Contains("nothing of yours", (await next.As("ben").Press(next.Platform.Posts.First().Reply.Actions[0].Id).Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_finishes_what_runs_and_says_of_what_waits_that_it_was_interrupted()
    {
        await using var desk = await Desk.WithStrikeAsync();
        desk.Services.GetRequiredService<ChatWork>().Grace = TimeSpan.FromMinutes(2);
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = new RecordingResponder(desk.Platform, desk.As("ana").Place)
        {
            Slowness = stop =>
            {
                begun.TrySetResult();
                return stuck.Task.WaitAsync(stop);
            },
        };
        await Handle(desk, "running", running);
        // Accepted is not begun: a stop in between interrupts it like any that waits.
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var waiting = desk.As("ben").Send("ask", ("question", Question));
        await waiting.FirstProgress;

        var stopping = desk.StopAsync();
        var told = await waiting.Reply;
        stuck.SetResult();
        await stopping;

        Assert.StartsWith("retry ", Assert.Single(told.Actions).Id.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await running.Reply).AnswerId);
        Assert.Equal((1, 1), (desk.Inbox.Count()[InboxState.Shown], desk.Inbox.Count()[InboxState.Interrupted]));
    }

    [Fact]
    public async Task A_full_line_and_a_limit_are_said_with_what_to_do()
    {
        await using var desk = await Desk.WithStrikeAsync(("Limits:PersonBurst", "2"), ("Limits:PersonPerMinute", "1"), ("Limits:Queue", "1"));
        await desk.As("ana").Ask(Question);
        await desk.As("ana").Ask(Question);

        var third = await desk.As("ana").Ask(Question);
        Assert.Contains("Ask again from 05:07:07 UTC on", third.Text(), StringComparison.Ordinal);
        Assert.True(third.Private);
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.NotNull((await desk.As("ana").Ask(Question)).AnswerId);
        // A reply is shown a moment before its question leaves the line.
        await Until(() => desk.Services.GetRequiredService<ChannelQueues>().Count == 0);

        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Handle(desk, "slow", new RecordingResponder(desk.Platform, desk.As("dan").Place) { Slowness = stop => stuck.Task.WaitAsync(stop) }, "dan");
        await desk.As("ben").Send("ask", ("question", Question)).FirstProgress;
        Assert.Contains("waiting in this channel already", (await desk.As("cleo").Ask(Question)).Text(), StringComparison.Ordinal);
        stuck.SetResult();
    }

    /// <summary>What a process leaves behind that was killed over so many accepted questions.</summary>
    private static List<string> Killed(Desk desk, int questions, bool alone = false) => Enumerable.Range(0, questions).Select(n =>
    {
        var id = ShortId.New();
        desk.Inbox.Accept(new AcceptedQuestion
        {
            AnswerId = id,
            Place = desk.As("ana").Place,
            RequestId = $"killed-{n}",
            PersonId = "ana",
            Library = "port-desk",
            Question = Question,
            Conversation = id,
            Private = alone,
            AcceptedUtc = desk.Clock.Now,
        });
        return id;
    }).ToList();

    private static void Reopen(Desk desk, string answerId) => desk.Services.GetRequiredService<BotFile>().Database.Write((connection, _) =>
    {
        using var command = connection.Sqlite.CreateCommand();
        command.CommandText = $"update inbox set state = 'accepted', question = '{Question}' where answer_id = '{answerId}'";
        return command.ExecuteNonQuery();
    });

    private static Task Handle(Desk desk, string id, RecordingResponder responder, string person = "ana") => desk.Services.GetRequiredService<Core.Commands.CommandDispatcher>().HandleAsync(
        new MessageRequest { Id = id, Place = desk.As("ana").Place, Person = new ChatPerson(desk.Platform.Name, person, person), Text = Question }, responder, CancellationToken.None);

    private static async Task Until(Func<bool> there)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!there())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
