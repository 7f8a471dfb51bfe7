using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Polls a library's feeds while the bot runs.</summary>
public sealed partial class FeedService(FeedPoller poller, LibraryFile library, TimeProvider time, ILogger<FeedService> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                foreach (var poll in await poller.PollAsync(library, all: false, stoppingToken)) Tell(poll);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // One bad round never ends the loop; what it left undone is still waiting.
                Log.RoundFailed(logger, fault);
            }

            try
            {
                await Task.Delay(LookEvery, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Tell(FeedPoll poll)
    {
        if (poll.DiedNow) Log.Dead(logger, poll.Feed.Link, poll.Feed.Fault);
        else if (poll.Fault is not null) Log.Failed(logger, poll.Feed.Link, poll.Fault);
        else if (poll.New > 0) Log.Read(logger, poll.Feed.Link, poll.New);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Feed} has {Count} new items")]
        public static partial void Read(ILogger logger, string feed, int count);

        [LoggerMessage(2, LogLevel.Information, "{Feed} could not be read: {Fault}")]
        public static partial void Failed(ILogger logger, string feed, string fault);

        [LoggerMessage(3, LogLevel.Warning, "{Feed} has given nothing for a week: {Fault}")]
        public static partial void Dead(ILogger logger, string feed, string? fault);

        [LoggerMessage(4, LogLevel.Error, "A round of polling feeds failed")]
        public static partial void RoundFailed(ILogger logger, Exception fault);
    }
}
