using BriefingBot.DiscordNet;

namespace BriefingBot.Tests.Discord;

/// <summary>What Discord.Net alone needs. Everything else the platform promises is tested by its own suites, over whichever library carries.</summary>
public sealed class DiscordNetTests
{
    [Fact]
    public void What_the_library_logs_holds_no_token_of_an_interaction() => Assert.Equal(
        "Rate limit: PATCH webhooks/12/…/messages/@original, POST interactions/34/…/callback, POST channels/56/messages",
        DiscordNetSession.WithoutTokens("Rate limit: PATCH webhooks/12/s3cret-t0ken/messages/@original, POST interactions/34/s3cret/callback, POST channels/56/messages"));

    [Fact]
    public async Task No_token_is_in_the_log_of_a_run()
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Discord.Faults.Limit = 1;
        var asked = bench.Discord.People.Slash(bench.Discord.People.Join("Ana"), bench.Channel, "ask", ("question", 3, "how many?"));
        await bench.Discord.UntilAsync(_ => bench.Log.All.Any(static line => line.Contains("Rate limit", StringComparison.OrdinalIgnoreCase)));
        bench.Discord.Faults.Calm();
        await bench.ReplyAsync(asked);

        Assert.All(bench.Log.All, line => Assert.DoesNotContain(asked.Token, line, StringComparison.Ordinal));
        Assert.All(bench.Log.All, line => Assert.DoesNotContain(bench.Discord.World.Options.Token, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_ends_the_run_with_the_setting_to_change()
    {
        await using var discord = await FakeDiscord.FakeDiscordServer.StartAsync(new FakeDiscord.FakeOptions());
        var bench = DiscordBench.Connect(discord, change: static options => options.Token = "another-secret-token");

        var fault = await Assert.ThrowsAsync<Core.Chat.ChatException>(() => bench.Running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        Assert.Contains("Discord:Token", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4014)]
    [InlineData(4013)]
    public async Task What_only_a_setting_helps_is_not_tried_for_ever(int code)
    {
        await using var discord = await FakeDiscord.FakeDiscordServer.StartAsync(new FakeDiscord.FakeOptions());
        discord.Gateway.CloseNextWith = code;
        var bench = DiscordBench.Connect(discord);

        var fault = await Assert.ThrowsAsync<Core.Chat.ChatException>(() => bench.Running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        Assert.Contains("Discord:MessageContent", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_in_the_moment_a_guild_is_told_is_heard()
    {
        const int Guilds = 20;
        await using var bench = await DiscordBench.StartAsync(
            // Kind: what nobody is connected for waits, and comes right behind the guilds.
            fake: new FakeDiscord.FakeOptions { Kind = true, Guilds = Guilds, ChannelsPerGuild = 1 },
            before: static discord =>
            {
                var user = discord.People.Join("Ana");
                foreach (var channel in discord.World.Channels.Values.Reverse().ToArray()) discord.People.Say(user, channel, $"<@{discord.World.Bot.Id}> hello");
            });

        await bench.Discord.UntilAsync(_ => bench.Requests.Count >= Guilds, 60);
    }
}
