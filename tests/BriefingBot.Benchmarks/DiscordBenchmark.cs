using System.Diagnostics;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using FakeDiscord;

namespace BriefingBot.Benchmarks;

/// <summary>
/// The product's own <c>serve</c> as a process of its own, against a Discord on loopback: start to READY, idle memory with 100 guilds,
/// and what a question costs besides finding and writing its answer.
/// </summary>
internal static class DiscordBenchmark
{
    private const int Starts = 5;
    private const int Questions = 300;
    private const int Guilds = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<BenchmarkReport> RunAsync(CancellationToken cancellationToken)
    {
        // Wide limits: the question is what we add, not how long Discord makes us wait.
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions { Guilds = Guilds, ChannelsPerGuild = 5, BucketLimit = 10_000, GlobalPerSecond = 10_000 });
        using var folder = new TemporaryFolder();
        // The first start makes the data folder and reads the samples; it is no start to measure.
        await WithAsync(discord, folder.Path, static (_, _) => Task.CompletedTask, cancellationToken);
        Bind(folder.Path, discord.People.FirstChannel);
        var starts = new List<double>();
        for (var n = 0; n < Starts; n++)
        {
            await WithAsync(discord, folder.Path, (_, ready) =>
            {
                starts.Add(ready);
                return Task.CompletedTask;
            }, cancellationToken);
        }

        var report = new BenchmarkReport { ["guilds"] = Guilds, ["firstReadyMs"] = starts[0], ["readyMs"] = starts.Order().ElementAt(Starts / 2) };
        await WithAsync(discord, folder.Path, async (process, _) =>
        {
            await Task.Delay(Idle, cancellationToken);
            process.Refresh();
            report["idleMegabytes"] = process.WorkingSet64 / 1_000_000.0;
            var each = await AskAsync(discord, folder.Path);
            report["questions"] = each.Count;
            report["overheadP50Ms"] = each[each.Count / 2];
            report["overheadP95Ms"] = each[each.Count * 95 / 100];
            process.Refresh();
            report["megabytesAfterQuestions"] = process.WorkingSet64 / 1_000_000.0;
        }, cancellationToken);
        return report;
    }

    /// <summary>Runs the product as long as it is used; tells how long it took from the start of the process to READY.</summary>
    private static async Task WithAsync(FakeDiscordServer discord, string data, Func<Process, double, Task> use, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(StartupBenchmark.Find(), ["serve", "--data", data]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BRIEFINGBOT_Web__Url"] = "http://127.0.0.1:0";
        start.Environment["BRIEFINGBOT_Discord__Token"] = discord.World.Options.Token;
        start.Environment["BRIEFINGBOT_Discord__ApiBaseUrl"] = discord.ApiBaseUrl;
        foreach (var limit in new[] { "PersonBurst", "PersonPerMinute", "ChannelBurst", "ChannelPerMinute" }) start.Environment[$"BRIEFINGBOT_Limits__{limit}"] = "10000";
        var (identified, begun) = (discord.Gateway.Identifies, Stopwatch.GetTimestamp());
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await discord.UntilAsync(_ => discord.Gateway.Identifies > identified, 60);
            var ready = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            await discord.UntilAsync(static world => world.Commands.Count > 0, 60);
            await use(process, ready);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            await said;
        }
    }

    private static void Bind(string data, FakeChannel channel)
    {
        using var bot = new LibraryCatalog(data, TimeProvider.System).OpenBot();
        var workspace = new WorkspaceKey("discord", channel.Guild.ToString()!);
        new GrantStore(bot, TimeProvider.System).Grant(workspace, "default");
        new BindingStore(bot, TimeProvider.System).Bind(new ChannelKey(workspace, channel.Id.ToString()), "default");
    }

    /// <summary>From the moment the fake sends the command to the moment it holds the answer, without what the answer says it took to find and write.</summary>
    private static async Task<List<double>> AskAsync(FakeDiscordServer discord, string data)
    {
        var user = discord.People.Join("Ana");
        var asked = new List<(string Answer, double Milliseconds)>();
        for (var n = 0; n < Questions; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            var interaction = discord.People.Slash(user, discord.People.FirstChannel, "ask", ("question", 3, $"How many dockers walked out at Port Varran, case {n}?"));
            await discord.UntilAsync(_ => Answered(interaction) is not null, 60);
            asked.Add((Answered(interaction)!, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        }

        using var library = new LibraryCatalog(data, TimeProvider.System).Open("default");
        return [.. asked.Select(one => one.Milliseconds - library.Read(session => new AnswerStore(session).Find(one.Answer))!.Timings.TotalMs).Order()];
    }

    /// <summary>The id of the answer an interaction's reply shows; null while it shows none.</summary>
    private static string? Answered(FakeInteraction interaction) => interaction.Original is { Loading: false } original
        ? People.Components(original).Select(static component => ((string?)component["custom_id"])?.Split(' ')).FirstOrDefault(static id => id is ["source", ..])?[1]
        : null;
}
