using System.Diagnostics;
using System.Globalization;
using BriefingBot.Benchmarks;
using BriefingBot.Benchmarks.Digests;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using Dapper;
using FakeDiscord;

namespace BriefingBot.Tests.Digests;

/// <summary>The digest worker in a process of its own, killed at every point between due and marked, over a Discord that has forgotten the nonce when the next process comes.</summary>
public sealed class DigestKillTests
{
    private const int SigKill = 137;

    /// <summary>Longer than a claim holds and than Discord knows a nonce.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    private static readonly string[] Points =
    [
        "due", "told apart", "composed", "stored", "queued", "moved on", "made", "before the claim:1",
        "claimed:1", "before the post:1", "posted:1", "being marked:1", "marked:1",
        "claimed:2", "before the post:2", "posted:2", "being marked:2", "marked:2",
    ];

    [Fact]
    public async Task Killed_at_any_point_between_due_and_marked_a_digest_is_posted_once()
    {
        using var folder = new TemporaryFolder();
        var clock = new ForwardClock();
        await using var discord = await FakeDiscordServer.StartAsync(new FakeOptions { Time = clock, BucketLimit = 10_000, GlobalPerSecond = 10_000 });
        Prepare(folder.Path, discord, clock);
        var round = 0;
        foreach (var point in Points)
        {
            using var killed = Start(folder.Path, discord, ++round, clock, point);
            await EndAsync(killed, SigKill, point);
            clock.Ahead += Between;
        }

        await KilledInFlightAsync(folder.Path, discord, ++round, clock);
        clock.Ahead += Between;
        using (var last = Start(folder.Path, discord, 0, clock, "none")) await EndAsync(last, 0, "the last");

        Check(folder.Path, discord, rounds: round);
    }

    /// <summary>Discord has taken the message, and its answer does not come any more.</summary>
    private static async Task KilledInFlightAsync(string folder, FakeDiscordServer discord, int round, ForwardClock clock)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Faults.Done = (method, path) =>
        {
            if (method != "POST" || !path.EndsWith("/messages", StringComparison.Ordinal) || !Keys(discord).Any(key => key.EndsWith("-2", StringComparison.Ordinal) && IsOfRound(discord, key, round))) return Task.CompletedTask;
            taken.TrySetResult();
            return dead.Task;
        };
        using var killed = Start(folder, discord, round, clock, "none");
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(60));
        killed.Kill();
        await EndAsync(killed, SigKill, "in flight");
        discord.Faults.Done = null;
        dead.SetResult();
    }

    private static void Prepare(string folder, FakeDiscordServer discord, ForwardClock clock)
    {
        var catalog = new LibraryCatalog(folder, clock);
        using var library = catalog.Create("default");
        using var bot = catalog.OpenBot();
        var place = new ChatPlace("discord", discord.People.FirstChannel.Guild.ToString(), discord.People.FirstChannel.Id.ToString());
        var workspace = WorkspaceKey.Of(place)!;
        new GrantStore(bot, clock).Grant(workspace, "default");
        new BindingStore(bot, clock).Bind(ChannelKey.Of(place)!, "default");
        var schedule = new DigestSchedule { Id = ShortId.New(), Place = place, Time = new TimeOnly(3, 0), Zone = "UTC" };
        library.Write(session => new ScheduleStore(session).Start(schedule, clock.GetUtcNow()));
    }

    private static Process Start(string folder, FakeDiscordServer discord, int round, ForwardClock clock, string fault)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "BriefingBot.Benchmarks"),
            [DigestWork.Verb, folder, discord.ApiBaseUrl, discord.World.Options.Token, round.ToString(CultureInfo.InvariantCulture), clock.Ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment[DigestWork.FaultVariable] = fault;
        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process process, int code, string point)
    {
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        Assert.True(process.ExitCode == code, $"{point}: ended with {process.ExitCode}. {await error}");
    }

    private static void Check(string folder, FakeDiscordServer discord, int rounds)
    {
        using var library = new LibraryCatalog(folder, TimeProvider.System).Open("default");
        var parts = library.Read(session => session.Connection.Query<(string Key, string Status, string Digest)>(
            "select o.post_key, o.status, d.status from digest_outbox o join digests d on d.id = o.digest_id", null, session.Transaction).ToList());
        var posted = Keys(discord);

        Assert.Equal(rounds, library.Read(session => session.Connection.ExecuteScalar<int>("select count(*) from digests where status = 'composed'", null, session.Transaction)));
        Assert.Equal(rounds, DigestCheck.All(library));
        Assert.Equal(2 * rounds, parts.Count);
        Assert.All(parts, part => Assert.Equal(("sent", "composed"), (part.Status, part.Digest)));
        Assert.Equal(parts.Select(part => part.Key).Order(StringComparer.Ordinal), posted.Order(StringComparer.Ordinal));
        Assert.Empty(discord.World.Refusals);
    }

    /// <summary>The key in the last line of every message that stands in the channel, as often as it stands there.</summary>
    private static List<string> Keys(FakeDiscordServer discord)
    {
        lock (discord.World.Gate)
        {
            return [.. discord.People.FirstChannel.Messages.Where(message => !message.Deleted)
                .SelectMany(message => message.Content.Split('\n').Where(line => line.StartsWith("-# D", StringComparison.Ordinal)))
                .Select(line => line[3..].Replace("\\", "", StringComparison.Ordinal).Split(' ')[0])];
        }
    }

    // The second part tells the last reports of a round.
    private static bool IsOfRound(FakeDiscordServer discord, string key, int round)
    {
        lock (discord.World.Gate)
        {
            return discord.People.FirstChannel.Messages.Any(message => message.Content.Replace("\\", "", StringComparison.Ordinal) is var text
                && text.Contains(key, StringComparison.Ordinal) && text.Contains($"Report {round}-", StringComparison.Ordinal));
        }
    }

    private sealed class ForwardClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
