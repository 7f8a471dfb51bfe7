using BriefingBot.Core.Chat;
using BriefingBot.Discord.Interactions;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>Mentions, replies, threads and direct messages, through real sockets.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task A_mention_asks_and_is_answered_by_a_reply_that_pings_only_the_asker()
    {
        await using var bench = await DiscordBench.StartAsync();
        var (user, other) = (bench.Discord.People.Join("Ana"), bench.Discord.People.Join("Bo"));
        var asked = bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> what did <@{other.Id}> say? @everyone");

        var reply = await ReplyAsync(bench, bench.Channel);

        var request = Assert.IsType<MessageRequest>(Assert.Single(bench.Requests));
        Assert.Equal("what did @Bo say? @everyone", request.Text);
        Assert.Equal(asked.Id, reply.RepliesTo);
        Assert.Equal([user.Id], reply.Pings);
        Assert.True(bench.Discord.World.TypingCalls > 0);
        Assert.Empty(bench.Discord.World.Refusals);
    }

    [Fact]
    public async Task A_reply_to_the_bots_post_says_which()
    {
        await using var bench = await DiscordBench.StartAsync();
        var user = bench.Discord.People.Join("Ana");
        bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> first");
        var first = await ReplyAsync(bench, bench.Channel);

        bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> and then?", repliesTo: first);
        await bench.Discord.UntilAsync(_ => bench.Channel.Messages.Count == 4);

        Assert.Equal(first.Id.ToString(), ((MessageRequest)bench.Requests.Last()).RepliesTo);
    }

    [Fact]
    public async Task What_does_not_address_the_bot_is_none_of_its_business()
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { MessageContentGranted = true }, options: static options => options.MessageContent = true);
        var user = bench.Discord.People.Join("Ana");
        var machine = bench.Discord.World.AddUser("Another bot", bot: true);
        bench.Discord.People.Say(user, bench.Channel, "lunch?");
        bench.Discord.People.Say(machine, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> beep");
        bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> now you");

        await ReplyAsync(bench, bench.Channel);

        Assert.Equal("now you", Assert.IsType<MessageRequest>(Assert.Single(bench.Requests)).Text);
    }

    [Fact]
    public async Task A_direct_message_asks_without_a_mention()
    {
        await using var bench = await DiscordBench.StartAsync();
        var user = bench.Discord.People.Join("Ana");
        var direct = bench.Discord.People.Direct(user);
        bench.Discord.People.Say(user, direct, "hello");

        var reply = await ReplyAsync(bench, direct);

        Assert.Equal("hello", reply.Content);
        Assert.Null(bench.Requests.First().Place.Workspace);
    }

    [Fact]
    public async Task A_thread_from_the_bots_post_is_a_conversation_when_content_may_be_read()
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { MessageContentGranted = true }, options: static options => options.MessageContent = true);
        var user = bench.Discord.People.Join("Ana");
        bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> first");
        var first = await ReplyAsync(bench, bench.Channel);
        var thread = bench.Discord.People.StartThread(bench.Channel, first, user.Id);

        bench.Discord.People.Say(user, thread, "and who was on the other side?");
        await ReplyAsync(bench, thread);

        var request = (MessageRequest)bench.Requests.Last();
        Assert.Equal(("and who was on the other side?", thread.Id.ToString(), bench.Channel.Id.ToString()), (request.Text, request.Place.Thread, request.Place.Channel));
    }

    [Fact]
    public async Task In_its_own_thread_a_message_it_cannot_read_gets_a_hint_once_even_after_a_restart()
    {
        var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var before = DiscordBench.Connect(discord);
        await before.ReadyAsync();
        var user = discord.People.Join("Ana");
        var thread = discord.People.StartThread(before.Channel, null, discord.World.Bot.Id);
        discord.People.Say(user, thread, "can you read this?");
        await discord.UntilAsync(_ => thread.Messages.Any(message => message.Author == discord.World.Bot));
        discord.People.Say(user, thread, "and this?");
        await before.StopAsync();

        await using var after = DiscordBench.Connect(discord);
        await after.ReadyAsync();
        discord.People.Say(user, thread, "or this?");
        discord.People.Say(user, thread, $"<@{discord.World.Bot.Id}> this you can");
        await discord.UntilAsync(_ => thread.Messages.Any(static message => message.Content == "this you can"));

        Assert.Single(thread.Messages, message => message.Author == discord.World.Bot && message.Content.Contains("mention me", StringComparison.Ordinal));
        Assert.Contains("/ask", MessageHandler.SilentThreadHint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_the_asker_alone_goes_to_a_direct_message()
    {
        await using var bench = await DiscordBench.StartAsync(static (_, responder) => responder.FinishAsync(DiscordBench.Said("the private part") with { Private = true }, CancellationToken.None));
        var user = bench.Discord.People.Join("Ana");
        bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> hush");

        var told = await ReplyAsync(bench, bench.Channel);

        Assert.DoesNotContain("the private part", told.Content, StringComparison.Ordinal);
        Assert.Contains(bench.Discord.People.Direct(user).Messages, static message => message.Content == "the private part");
    }

    [Fact]
    public async Task A_question_by_message_is_answered_after_a_restart_too()
    {
        var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var before = DiscordBench.Connect(discord, static (_, _) => Task.CompletedTask);
        await before.ReadyAsync();
        var asked = discord.People.Say(discord.People.Join("Ana"), before.Channel, $"<@{discord.World.Bot.Id}> wait for it");
        await discord.UntilAsync(_ => !before.Requests.IsEmpty);
        await before.StopAsync();

        await using var after = DiscordBench.Connect(discord);
        await after.ReadyAsync();
        await (await after.ResumeAsync(before.Requests.First()))!.FinishAsync(DiscordBench.Said("here it is"), CancellationToken.None);

        Assert.Equal((asked.Id, "here it is"), (after.Channel.Messages.Last().RepliesTo!.Value, after.Channel.Messages.Last().Content));
    }

    private static async Task<FakeMessage> ReplyAsync(DiscordBench bench, FakeChannel channel)
    {
        await bench.Discord.UntilAsync(world => channel.Messages.Any(message => message.Author == world.Bot));
        return channel.Messages.First(message => message.Author == bench.Discord.World.Bot);
    }
}
