using BriefingBot.Core.Chat;

namespace BriefingBot.Tests.Discord;

/// <summary>A reply that goes on in further messages, and what becomes of them when it is written anew.</summary>
public sealed class OverflowTests
{
    private static readonly PostKey Key = new("D-8FJ2-1");

    [Theory]
    [InlineData("slash")]
    [InlineData("mention")]
    public async Task A_reply_written_anew_leaves_nothing_of_the_longer_one_before(string how)
    {
        var longer = InteractionTests.Long();
        await using var bench = await DiscordBench.StartAsync(async (_, responder) =>
        {
            await responder.FinishAsync(longer, CancellationToken.None);
            await responder.FinishAsync(Numbered(30, "second"), CancellationToken.None);
            await responder.FinishAsync(Numbered(90, "third"), CancellationToken.None);
            await responder.FinishAsync(DiscordBench.Said("the last"), CancellationToken.None);
        });
        var user = bench.Discord.People.Join("Ana");
        if (how == "slash") bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "x"));
        else bench.Discord.People.Say(user, bench.Channel, $"<@{bench.Discord.World.Bot.Id}> x");

        await bench.Discord.UntilAsync(world => Shown(bench) is ["the last"], 60);

        Assert.Empty(bench.Discord.World.Refusals);
    }

    [Fact]
    public async Task An_edited_post_shows_in_its_further_messages_what_was_edited()
    {
        await using var bench = await DiscordBench.StartAsync();
        var posted = await bench.Platform.PostAsync(bench.Place, Key, Numbered(90, "first"), CancellationToken.None);
        var before = Shown(bench);

        await bench.Platform.EditAsync(posted, Numbered(90, "other"), CancellationToken.None);

        Assert.True(before.Length > 2);
        Assert.Equal(before.Select(static text => text.Replace("first", "other", StringComparison.Ordinal).Replace($"\n\n-# {Key}", "", StringComparison.Ordinal)), Shown(bench), StringComparer.Ordinal);
        await bench.Platform.EditAsync(posted, Numbered(120, "more"), CancellationToken.None);
        Assert.Contains("more number 119", Shown(bench)[^1], StringComparison.Ordinal);
        await bench.Platform.EditAsync(posted, DiscordBench.Said("short"), CancellationToken.None);
        Assert.Equal(["short"], Shown(bench), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_further_message_somebody_deleted_is_posted_again()
    {
        await using var bench = await DiscordBench.StartAsync();
        var posted = await bench.Platform.PostAsync(bench.Place, Key, Numbered(90, "first"), CancellationToken.None);
        lock (bench.Discord.World.Gate) bench.Channel.Messages[1].Deleted = true;

        await bench.Platform.EditAsync(posted, Numbered(90, "other"), CancellationToken.None);

        Assert.All(Enumerable.Range(0, 90), n => Assert.Single(Shown(bench), text => text.Contains($"other number {n} of", StringComparison.Ordinal)));
    }

    private static ChatReply Numbered(int claims, string word) => new()
    {
        Blocks = [.. Enumerable.Range(0, claims).Select(n => (ReplyBlock)new ClaimBlock("", $"Sentence {word} number {n} of a long answer about a harbour that does not exist.", false, [n + 1]))],
    };

    private static string[] Shown(DiscordBench bench)
    {
        lock (bench.Discord.World.Gate)
        {
            return [.. bench.Channel.Messages.Where(message => !message.Deleted && message.Author == bench.Discord.World.Bot).Select(static message => message.Content)];
        }
    }
}
