using System.Diagnostics;
using BriefingBot.Core.Chat;
using BriefingBot.Discord;
using FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Benchmarks;

/// <summary>Discord on loopback: start to READY, idle memory with 100 guilds, and what a question costs besides its answer.</summary>
internal static class DiscordBenchmark
{
    private const int Starts = 5;
    private const int Questions = 300;
    private const int Guilds = 100;

    public static async Task<BenchmarkReport> RunAsync(CancellationToken cancellationToken)
    {
        // Wide limits: the question is what we add, not how long Discord makes us wait.
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions { Guilds = Guilds, ChannelsPerGuild = 5, BucketLimit = 10_000, GlobalPerSecond = 10_000 });
        var starts = new List<double>();
        for (var n = 0; n < Starts; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            await WithAsync(discord, _ => Task.CompletedTask, () => starts.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds), cancellationToken);
        }

        var report = new BenchmarkReport { ["guilds"] = Guilds, ["firstReadyMs"] = starts[0], ["readyMs"] = starts.Order().ElementAt(Starts / 2) };
        await WithAsync(discord, async running =>
        {
            GC.Collect();
            report["idleMegabytes"] = Environment.WorkingSet / 1_000_000.0;
            var each = await AskAsync(discord, running);
            report["overheadP50Ms"] = each[each.Count / 2];
            report["overheadP95Ms"] = each[each.Count * 95 / 100];
        }, static () => { }, cancellationToken);
        return report;
    }

    private static async Task WithAsync(FakeDiscordServer discord, Func<Task, Task> use, Action ready, CancellationToken cancellationToken)
    {
        var options = new DiscordOptions { Token = discord.World.Options.Token, ApiBaseUrl = discord.ApiBaseUrl };
        var parts = DiscordParts.Build(options, new ChatMenu([new CommandDefinition("ask", "Ask")]), DiscordParts.Clock(TimeProvider.System), NullLoggerFactory.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new DiscordPlatform(parts, NullLogger<DiscordPlatform>.Instance).RunAsync(
            static (_, responder) => responder.FinishAsync(new ChatReply { Blocks = [new ClaimBlock("Varran Courier:", "The port was closed.", true, [1])] }, CancellationToken.None),
            stop.Token);
        await parts.Self.UserAsync.WaitAsync(cancellationToken);
        ready();
        await use(running);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>From the moment the fake sends the command to the moment it holds the answer.</summary>
    private static async Task<List<double>> AskAsync(FakeDiscordServer discord, Task running)
    {
        var user = discord.People.Join("Ana");
        var milliseconds = new List<double>();
        for (var n = 0; n < Questions && !running.IsCompleted; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            var asked = discord.People.Slash(user, discord.People.FirstChannel, "ask");
            await discord.UntilAsync(_ => asked.Original is { Loading: false });
            milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return [.. milliseconds.Order()];
    }
}
