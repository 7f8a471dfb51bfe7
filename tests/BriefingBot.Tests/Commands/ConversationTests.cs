using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Commands;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_thread_is_a_conversation_that_survives_a_restart()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var thread = desk.As("ana").Place with { Thread = "t1" };
        await desk.As("ana").In(thread).Ask("How many dockers stayed away from Port Varran?");
        await desk.StopAsync();
        await using var next = desk.Next();
        await next.StartAsync();

        var further = await next.As("ben").In(thread).Say("And who led them?").Reply;
        var elsewhere = await next.As("ben").In(thread with { Thread = "t2" }).Say("And who led them?").Reply;

        Assert.Contains("Understood as: Who led them? (dockers, stayed, away, Port Varran)", further.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Understood as", elsewhere.Text(), StringComparison.Ordinal);
        var stored = next.Library("port-desk").Read(session => new AnswerStore(session).Find(further.AnswerId!))!;
        Assert.Equal(("And who led them?", "Who led them? (dockers, stayed, away, Port Varran)"), (stored.Question, stored.RewrittenQuestion));
    }

    [Fact]
    public async Task What_was_asked_in_private_is_carried_over_into_nothing_that_others_read()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var thread = desk.As("ana").Place with { Thread = "t1" };
        await desk.As("ana").In(thread).Ask("How many dockers stayed away from Port Varran?", ("private", "true"));

        var open = await desk.As("ana").In(thread).Ask("And who led them?");
        var own = await desk.As("ana").In(thread).Ask("And who led them?", ("private", "true"));
        var foreign = await desk.As("ben").In(thread).Ask("And who led them?", ("private", "true"));

        // What the open question was answered with is everybody's; what was asked in private before it is not.
        Assert.DoesNotContain("dockers", Understood(open), StringComparison.Ordinal);
        Assert.DoesNotContain("dockers", Understood(foreign), StringComparison.Ordinal);
        Assert.NotNull(own.AnswerId);
    }

    [Fact]
    public void The_last_ten_turns_are_remembered_oldest_first()
    {
        using var library = new Libraries.TempLibrary();
        var channel = new ChannelKey(new WorkspaceKey("test", "guild"), "port");
        var ids = Enumerable.Range(0, 12).Select(n => $"ANSWER000{n:X}").ToList();
        library.File.Write(session =>
        {
            foreach (var (n, id) in ids.Index())
            {
                var asked = library.Clock.Now.AddMinutes(n);
                new ConversationStore(session).Begin(new Turn { AnswerId = id, Conversation = "c", Channel = channel, PersonId = "ana", AskedUtc = asked });
                new AnswerStore(session).Add(new Answer { AnswerId = id, Library = "default", Question = id, AskedUtc = asked, Writer = "extractive", Text = "" }, []);
            }
        });

        var turns = library.File.Read(session => new ConversationStore(session).Last("c", "test", null));

        Assert.Equal(ids[2..], turns.Select(turn => turn.AnswerId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Ask_further_continues_the_answer_it_stands_under()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var first = await desk.As("ana").Ask("Who restored the lighthouse lamp of the maritime museum?");
        await desk.As("ben").Ask("How many dockers stayed away from Port Varran?");

        var further = await desk.As("ben").Press(new ChatActionId("further", first.AnswerId!), "And when?").Reply;

        Assert.Contains("Understood as: When? (restored, lighthouse, lamp", further.Text(), StringComparison.Ordinal);
    }

    private static string Understood(ChatReply reply) =>
        reply.Blocks.OfType<TextBlock>().FirstOrDefault(block => block.Text.StartsWith("Understood as", StringComparison.Ordinal))?.Text ?? "";
}
