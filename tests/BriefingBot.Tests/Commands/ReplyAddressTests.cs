using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Commands;

/// <summary>Where the reply to an accepted question goes, kept over a restart and not a moment longer.</summary>
public sealed class ReplyAddressTests
{
    private const string Secret = "discord1:an-address-as-good-as-a-password";
    private const string Question = "How many dockers stayed away from Port Varran?";

    [Fact]
    public async Task It_is_kept_while_the_question_is_open_and_gone_when_its_answer_is_shown()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var responder = new RecordingResponder(desk.Platform, desk.As("ana").Place) { Slowness = stop => stuck.Task.WaitAsync(stop) };

        await desk.Services.GetRequiredService<CommandDispatcher>().HandleAsync(Asked(desk, "one"), responder, CancellationToken.None);
        var open = Addresses(desk);
        stuck.SetResult();
        await responder.Reply;
        await desk.StopAsync();

        Assert.Equal([Secret], open, StringComparer.Ordinal);
        Assert.Empty(Addresses(desk));
    }

    [Theory]
    [InlineData(14, Secret)]
    [InlineData(16, null)]
    public async Task After_a_kill_it_is_handed_to_the_platform_for_fifteen_minutes(int minutes, string? expected)
    {
        await using var desk = await Desk.WithStrikeAsync();
        var id = ShortId.New();
        desk.Inbox.Accept(new AcceptedQuestion
        {
            AnswerId = id, Place = desk.As("ana").Place, RequestId = "killed", PersonId = "ana", Library = "port-desk", Question = Question, Conversation = id,
            AcceptedUtc = desk.Clock.Now, ReplyAddress = Secret,
        });
        desk.Clock.Now += TimeSpan.FromMinutes(minutes);
        await using var next = desk.Next();
        var resumed = new TaskCompletionSource<PendingRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        next.Platform.Late = pending =>
        {
            resumed.TrySetResult(pending);
            return null;
        };

        await next.StartAsync();

        Assert.Equal(expected, (await resumed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ReplyAddress);
        Assert.Empty(Addresses(next));
        Assert.Equal(InboxState.Interrupted, next.Inbox.Find(id)!.State);
    }

    [Fact]
    public async Task What_the_platform_cannot_show_for_the_moment_is_taken_up_by_the_next_start()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var failing = new RecordingResponder(desk.Platform, desk.As("ana").Place) { Failure = new ChatException("Discord is out of order.") { Transient = true } };
        await desk.Services.GetRequiredService<CommandDispatcher>().HandleAsync(Asked(desk, "one"), failing, CancellationToken.None);
        await desk.StopAsync();
        await using var next = desk.Next();
        var late = new RecordingResponder(next.Platform, next.As("ana").Place);
        next.Platform.Late = pending => pending.ReplyAddress == Secret ? late : null;

        await next.StartAsync();

        Assert.Contains("1,400", (await late.Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_holds_it_shows_it()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var request = Asked(desk, "one");
        var question = new AcceptedQuestion { AnswerId = "K7QX3M9TRB", Place = request.Place, RequestId = "one", PersonId = "ana", Library = "port-desk", Question = Question, Conversation = "c", ReplyAddress = Secret };
        var pending = new PendingRequest("one", request.Place, "ana", false, desk.Clock.Now) { ReplyAddress = Secret };

        Assert.All((object[])[request, question, pending], holder => Assert.DoesNotContain(Secret, holder.ToString(), StringComparison.Ordinal));
    }

    private static MessageRequest Asked(Desk desk, string id) => new()
    {
        Id = id,
        Place = desk.As("ana").Place,
        Person = new ChatPerson(desk.Platform.Name, "ana", "ana"),
        Text = Question,
        ReplyAddress = Secret,
    };

    private static List<string> Addresses(Desk desk)
    {
        return desk.Services.GetRequiredService<BotFile>().Database.Read((connection, _) =>
        {
            using var command = connection.Sqlite.CreateCommand();
            command.CommandText = "select reply_address from inbox where reply_address is not null";
            using var rows = command.ExecuteReader();
            List<string> found = [];
            while (rows.Read()) found.Add(rows.GetString(0));
            return found;
        });
    }
}
