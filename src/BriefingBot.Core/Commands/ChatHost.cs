using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands;

/// <summary>Runs every platform side by side: one that fails or is slow keeps no other from working. Stops by finishing what can be finished.</summary>
public sealed partial class ChatHost : BackgroundService
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<IChatPlatform> _platforms;
    private readonly CommandDispatcher _dispatcher;
    private readonly ChatWork _work;
    private readonly TimeProvider _time;
    private readonly ILogger<ChatHost> _logger;

    internal ChatHost(IEnumerable<IChatPlatform> platforms, CommandDispatcher dispatcher, ChatWork work, TimeProvider time, ILogger<ChatHost> logger) =>
        (_platforms, _dispatcher, _work, _time, _logger) = ([.. platforms], dispatcher, work, time, logger);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // First the work, while the platforms still take replies.
        await _work.StopAsync();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before anything is received: what is open now is a former run's.
        var interrupted = _work.Interrupt();
        return Task.WhenAll(_platforms.Select(platform => Task.WhenAll(
            RunAsync(platform, stoppingToken),
            _work.TellAsync(platform, [.. interrupted.Where(question => question.Place.Platform == platform.Name)], stoppingToken))));
    }

    private async Task RunAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await platform.RunAsync((request, responder) => _dispatcher.HandleAsync(request, responder, stoppingToken), stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (ChatException refused) when (!refused.Transient)
            {
                // A wrong token does not come right by trying again; the other platforms go on.
                Log.Refused(_logger, platform.Name, refused.Message);
                return;
            }
#pragma warning disable CA1031 // A platform's fault ends neither the program nor the other platforms.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Log.Faulted(_logger, fault, platform.Name, AgainAfter.TotalSeconds);
                await Task.Delay(AgainAfter, _time, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The platform {Platform} cannot be used: {Reason}")]
        public static partial void Refused(ILogger logger, string platform, string reason);

        [LoggerMessage(2, LogLevel.Error, "The platform {Platform} failed; it is started again in {Seconds} s")]
        public static partial void Faulted(ILogger logger, Exception fault, string platform, double seconds);
    }
}
