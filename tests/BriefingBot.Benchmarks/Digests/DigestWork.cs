using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;
using BriefingBot.Discord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Benchmarks.Digests;

/// <summary>
/// What is killed: the product's digest worker and its Discord platform, put together as <c>serve</c> does. It first ends what a former process left, then
/// takes documents in, lets the digest be due, and kills itself (SIGKILL) at a named point between due and marked.
/// </summary>
internal static class DigestWork
{
    public const string Verb = "digest-work";

    /// <summary>Where and how often that point is passed before the process ends; "none" lives. Read by this program alone.</summary>
    public const string FaultVariable = "BRIEFINGBOT_DIGEST_WORK_FAULT";

    /// <summary>More than fit in one part.</summary>
    private const int Stories = 6;

    private const int MostLooks = 20;

    /// <param name="folder">The data folder.</param>
    /// <param name="api">Where the fake Discord stands.</param>
    /// <param name="token">Its token.</param>
    /// <param name="round">Makes the documents new; 0 only ends what was left.</param>
    /// <param name="ahead">Seconds this process's clock is ahead of the machine's.</param>
    public static async Task<int> RunAsync(string folder, string api, string token, int round, double ahead)
    {
        var (point, passes) = Fault();
        var armed = false;
        await using var services = Services(folder, api, token, TimeSpan.FromSeconds(ahead));
        using var stop = new CancellationTokenSource();
        var platform = services.GetRequiredService<IChatPlatform>().RunAsync((_, _) => Task.CompletedTask, stop.Token);
        var scheduler = DigestsFeature.Scheduler(services, at =>
        {
            if (armed && at == point && --passes == 0) Process.GetCurrentProcess().Kill();
        });
        var catalog = services.GetRequiredService<LibraryCatalog>();
        await SettleAsync(catalog, scheduler);
        if (round > 0)
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            using (var library = catalog.Open("default")) library.Write(session => Prepare(session, round, now));
            armed = true;
            await SettleAsync(catalog, scheduler);
        }

        await stop.CancelAsync();
        await ((Task)platform).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    /// <summary>Looks until nothing is due and nothing is left to post.</summary>
    private static async Task SettleAsync(LibraryCatalog catalog, DigestScheduler scheduler)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            await scheduler.TickAsync(CancellationToken.None);
            using var library = catalog.Open("default");
            if (library.Read(session => new ScheduleStore(session).List().All(schedule => !new OutboxStore(session).IsOpen(schedule.Id)))) return;
        }

        throw new BenchmarkException("The digest was not posted.");
    }

    private static void Prepare(LibrarySession session, int round, DateTimeOffset now)
    {
        for (var i = 0; i < Stories; i++) Add(session, $"{round}-{i}", now);
        var schedules = new ScheduleStore(session);
        foreach (var schedule in schedules.List()) schedules.Set(schedule with { NextDueUtc = now });
    }

    // Words that stand in no other document, so that each is a story of its own.
    private static void Add(LibrarySession session, string id, DateTimeOffset now)
    {
        var words = Enumerable.Range(0, 26).Select(n => $"zq{id.Replace("-", "x", StringComparison.Ordinal)}{(char)('a' + n)}").ToArray();
        var text = $"Clerk {words[0]} counted {string.Join(' ', words[1..14])}. Nobody from {string.Join(' ', words[14..])} came.";
        var metadata = new DocumentMetadata { Title = $"Report {id}", Publisher = "Varran Courier", Language = "en" };
        var document = new DocumentStore(session).Add(id, "work:" + id, new NewRevision(text, metadata, now, RevisionCause.Received, 1, id, [], null));
        new LexicalIndex(session).Add(document.Current, new PassageStore(session).Add(document.Current, PassageCutter.Cut(text, SentenceSplitter.Split(text))));
    }

    private static (string Point, int Passes) Fault()
    {
        var text = Environment.GetEnvironmentVariable(FaultVariable) ?? "none";
        var at = text.LastIndexOf(':');
        return at < 0 ? (text, 1) : (text[..at], int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
    }

    private static ServiceProvider Services(string folder, string api, string token, TimeSpan ahead)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Discord:Token"] = token,
            ["Discord:ApiBaseUrl"] = api,
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(new AheadClock(ahead));
        services.AddLogging(logging => logging.AddProvider(new ErrorLines()));
        services.AddSingleton(provider => new LibraryCatalog(folder, provider.GetRequiredService<TimeProvider>()));
        services.AddIngestion().AddRetrieval().AddBriefing().AddChannels().AddCommands().AddDigests();
        services.TryAddSingleton(ChatMenu.Empty);
        services.AddDiscord(configuration);
        return services.BuildServiceProvider();
    }

    private sealed class AheadClock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }

    /// <summary>Errors on standard error, for the test that reads them when something goes wrong.</summary>
    private sealed class ErrorLines : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Console.Error.WriteLine($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
