using BriefingBot.Core.Chat;
using FakeDiscord;

namespace BriefingBot.Tests.Discord;

/// <summary>The gateway through real sockets.</summary>
public sealed class GatewayTests
{
    [Fact]
    public async Task The_bot_identifies_once_with_no_privileged_intent()
    {
        await using var bench = await DiscordBench.StartAsync();

        Assert.Equal(1, bench.Discord.Gateway.Identifies);
        Assert.Equal(0, bench.Parts.Gateway.Intents & ((1 << 1) | (1 << 8) | (1 << 15)));
    }

    [Fact]
    public async Task A_dropped_connection_is_resumed_and_what_was_missed_comes()
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Discord.Gateway.DropAll();
        var user = bench.Discord.People.Join("Ana");
        var asked = bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "still there?"));

        var reply = await bench.ReplyAsync(asked);

        Assert.Contains("still there?", reply.Content, StringComparison.Ordinal);
        Assert.Equal(1, bench.Discord.Gateway.Identifies);
        Assert.True(bench.Discord.Gateway.Resumes >= 1);
        Assert.Equal(bench.Discord.Gateway.Resumes, bench.Discord.Gateway.ResumesInPlace);
    }

    [Fact]
    public async Task The_application_may_have_the_id_of_its_user()
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { SameIds = true });

        var reply = await bench.ReplyAsync(bench.Discord.People.Slash(bench.Discord.People.Join("Ana"), bench.Channel, "ask", ("question", 3, "the same?")));

        Assert.Equal(bench.Discord.World.Bot.Id, bench.Discord.World.Application);
        Assert.Contains("the same?", reply.Content, StringComparison.Ordinal);
        Assert.Empty(bench.Discord.World.Refusals);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Message_content_is_asked_for_only_when_the_settings_say_so(bool wanted)
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { MessageContentGranted = true }, options: options => options.MessageContent = wanted);

        Assert.Equal(wanted ? 1 << 15 : 0, bench.Parts.Gateway.Intents & (1 << 15));
    }

    [Fact]
    public async Task A_connection_whose_heartbeats_are_not_acknowledged_is_dropped_and_resumed()
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { HeartbeatInterval = TimeSpan.FromSeconds(1) });
        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Heartbeats > 1);
        bench.Discord.Faults.StopAcknowledging = true;

        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Resumes > 0);

        Assert.Equal(1, bench.Discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Asked_for_a_heartbeat_the_bot_sends_one_at_once()
    {
        await using var bench = await DiscordBench.StartAsync(fake: new FakeOptions { HeartbeatInterval = TimeSpan.FromMinutes(10) });
        bench.Discord.Gateway.AskForHeartbeat();

        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Heartbeats > 0);
    }

    [Fact]
    public async Task Asked_for_a_new_connection_the_bot_makes_one_and_resumes()
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Discord.Gateway.AskToReconnect();

        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Resumes > 0);

        Assert.Equal(1, bench.Discord.Gateway.Identifies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalid_session_is_resumed_or_started_over_as_Discord_says(bool resumable)
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Discord.Gateway.Invalidate(resumable);

        await bench.Discord.UntilAsync(_ => resumable ? bench.Discord.Gateway.Resumes > 0 : bench.Discord.Gateway.Identifies > 1);
        await AnswersAsync(bench);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task The_bot_comes_back_after_a_close_code_that_lets_it(int code)
    {
        await using var bench = await DiscordBench.StartAsync();
        bench.Discord.Gateway.CloseAll(code);

        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Connections > 1 && bench.Discord.Gateway.Resumes + bench.Discord.Gateway.Identifies > 1);
        await AnswersAsync(bench);
    }

    [Fact]
    public async Task A_refused_token_ends_the_run_with_the_setting_to_change()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var bench = DiscordBench.Connect(discord, change: options => options.Token = "another-secret-token");

        var fault = await Assert.ThrowsAsync<ChatException>(() => bench.Running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.Contains("Discord:Token", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another-secret-token", string.Join('\n', bench.Log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_that_is_not_granted_ends_the_run_with_the_setting_to_change()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        var bench = DiscordBench.Connect(discord, change: options => options.MessageContent = true);

        var fault = await Assert.ThrowsAsync<ChatException>(() => bench.Running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.Contains("Discord:MessageContent", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Discord_wants_several_connections_the_run_ends_with_a_sentence()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions());
        discord.Gateway.CloseNextWith = 4011;
        var bench = DiscordBench.Connect(discord);

        var fault = await Assert.ThrowsAsync<ChatException>(() => bench.Running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.Contains("more guilds than one connection", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_session_starts_left_the_bot_waits_for_them()
    {
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions { SessionStarts = 0, SessionStartsReset = TimeSpan.FromMilliseconds(400) });
        await using var bench = DiscordBench.Connect(discord);
        var began = TimeProvider.System.GetTimestamp();

        await bench.ReadyAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(390));
        Assert.Contains(bench.Log.All, static line => line.Contains("session starts a day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Duplicates_disorder_and_garbage_lose_nothing_and_answer_nothing_twice()
    {
        await using var bench = await DiscordBench.StartAsync();
        (bench.Discord.Faults.Duplicate, bench.Discord.Faults.Reorder, bench.Discord.Faults.Garbage) = (0.5, 0.5, 0.3);
        var user = bench.Discord.People.Join("Ana");
        var asked = Enumerable.Range(0, 30).Select(n => bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "number " + n))).ToArray();

        foreach (var interaction in asked)
        {
            await bench.ReplyAsync(interaction);
        }

        Assert.Equal(30, bench.Requests.Count);
        Assert.Contains(bench.Log.All, static line => line.Contains("could not be read and is left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_hangs_holds_up_nothing_else()
    {
        var never = new TaskCompletionSource();
        await using var bench = await DiscordBench.StartAsync((request, responder) => DiscordBench.Asked(request).Contains("hang", StringComparison.Ordinal) ? never.Task : DiscordBench.Echo(request, responder));
        var user = bench.Discord.People.Join("Ana");
        for (var n = 0; n < 20; n++)
        {
            bench.Discord.People.Slash(user, bench.Channel, "ask", ("question", 3, "hang"));
        }

        await AnswersAsync(bench);
        await bench.Discord.UntilAsync(world => world.Interactions.Values.All(static interaction => interaction.Acknowledged is not null));
        never.SetResult();
    }

    [Fact]
    public async Task Stopping_says_goodbye()
    {
        await using var bench = await DiscordBench.StartAsync();
        await bench.StopAsync();

        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Goodbyes == 1);
    }

    [Fact]
    public async Task The_token_is_in_no_log_line()
    {
        await using var bench = await DiscordBench.StartAsync();
        await AnswersAsync(bench);
        bench.Discord.Gateway.DropAll();
        await bench.Discord.UntilAsync(_ => bench.Discord.Gateway.Resumes > 0);

        var log = string.Join('\n', bench.Log.All);
        Assert.DoesNotContain(bench.Discord.World.Options.Token, log, StringComparison.Ordinal);
        Assert.All(bench.Discord.World.Interactions.Keys, token => Assert.DoesNotContain(token, log, StringComparison.Ordinal));
    }

    private static async Task AnswersAsync(DiscordBench bench)
    {
        var asked = bench.Discord.People.Slash(bench.Discord.People.Join("Bo"), bench.Channel, "ask", ("question", 3, "are you there?"));
        Assert.Contains("are you there?", (await bench.ReplyAsync(asked)).Content, StringComparison.Ordinal);
    }
}
