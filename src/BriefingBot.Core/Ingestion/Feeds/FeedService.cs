using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Tells people that a feed is dead; throws where they could not be told, and is then called again.</summary>
public delegate Task FeedDeathTeller(LibraryFile library, Feed feed, CancellationToken cancellationToken);

/// <summary>
/// Polls the feeds of every library while the bot runs. Each feed is read by itself: rounds wait for nobody, a reading has a time of its own, and
/// feeds that failed last time never take more than half of the places.
/// </summary>
/// <param name="poller">Reads one feed.</param>
/// <param name="libraries">Those whose feeds are read, asked at each round.</param>
/// <param name="tell">Tells that a feed is dead.</param>
/// <param name="time">Says what is due.</param>
/// <param name="logger">Told what happens.</param>
public sealed partial class FeedService(FeedPoller poller, Func<IReadOnlyList<LibraryFile>> libraries, FeedDeathTeller tell, TimeProvider time, ILogger<FeedService> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(10);
    private readonly ReadingPlaces<(string Library, long Feed)> places = new(AtOnce);

    /// <summary>The readings that have begun and not ended; for tests.</summary>
    internal IReadOnlyCollection<Task> Running => places.Begun;

    /// <summary>Starts what is due and has a place; false where something due has none yet.</summary>
    internal bool StartDue(CancellationToken cancellationToken)
    {
        places.ForgetEnded();
        return places.Start(libraries(), library => Due(library, cancellationToken), (library, fault) => Log.LibraryFailed(logger, library.Name, fault.Message));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var all = StartDue(stoppingToken);
            var pause = Task.Delay(LookEvery, time, stoppingToken);
            // Canceled is an end of the pause like any other; the loop's condition sees it.
            await Task.WhenAny(all ? [pause] : [pause, .. Running]);
        }

        await Task.WhenAll(Running);
    }

    private IEnumerable<DueReading<(string Library, long Feed)>> Due(LibraryFile library, CancellationToken cancellationToken) =>
        library.Read(session => new FeedStore(session).Due(time.GetUtcNow()))
            .Select(feed => new DueReading<(string Library, long Feed)>((library.Name, feed.Id), feed.Failures > 0, () => ReadAsync(library, feed, cancellationToken)));

    /// <summary>Never faults: a bad feed is the log's affair and the next round's.</summary>
    private async Task ReadAsync(LibraryFile library, Feed feed, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(LongestReading, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            if (await poller.PollAsync(library, feed, progress: null, either.Token) is { } poll) await TellAsync(library, poll, cancellationToken);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            if (!cancellationToken.IsCancellationRequested) Log.TooLong(logger, feed.Link, LongestReading.TotalMinutes);
        }
#pragma warning disable CA1031 // One bad feed ends neither the loop nor another feed's reading; what it left undone is still waiting.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ReadingFailed(logger, fault, feed.Link);
        }
    }

    private async Task TellAsync(LibraryFile library, FeedPoll poll, CancellationToken cancellationToken)
    {
        if (poll.Fault is { } fault) Log.Failed(logger, poll.Feed.Link, fault);
        else if (poll.New > 0) Log.Read(logger, poll.Feed.Link, poll.New);
        if (!poll.DiedNow) return;
        Log.Dead(logger, poll.Feed.Link, poll.Feed.Fault);
        await tell(library, poll.Feed, cancellationToken);
        poller.Told(library, poll.Feed);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Feed} has {Count} new items")]
        public static partial void Read(ILogger logger, string feed, int count);

        [LoggerMessage(2, LogLevel.Information, "{Feed} could not be read: {Fault}")]
        public static partial void Failed(ILogger logger, string feed, string fault);

        [LoggerMessage(3, LogLevel.Warning, "{Feed} has given nothing for a week: {Fault}")]
        public static partial void Dead(ILogger logger, string feed, string? fault);

        [LoggerMessage(4, LogLevel.Error, "Reading {Feed} failed")]
        public static partial void ReadingFailed(ILogger logger, Exception fault, string feed);

        [LoggerMessage(5, LogLevel.Warning, "Reading {Feed} took more than {Minutes} minutes; the rest of its items waits")]
        public static partial void TooLong(ILogger logger, string feed, double minutes);

        [LoggerMessage(6, LogLevel.Warning, "The feeds of the library {Library} cannot be looked at: {Fault}")]
        public static partial void LibraryFailed(ILogger logger, string library, string fault);
    }
}
