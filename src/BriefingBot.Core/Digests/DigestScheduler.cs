using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Digests;

/// <summary>Constants of the digests, bound from <c>Digests:*</c>.</summary>
public sealed record DigestOptions
{
    /// <summary>How late a digest may still be posted after the bot was down; a later one is skipped aloud.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often the schedules are looked at.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>Makes and posts what is due in every library, until the program ends. A fault in one library never stops the others.</summary>
public sealed partial class DigestScheduler(
    LibraryCatalog catalog, IEnumerable<IChatPlatform> platforms, DigestOptions options, TimeProvider time, ILogger<DigestScheduler> logger) : BackgroundService
{
    private readonly DigestMaker _maker = new(time);
    private readonly DigestOutbox _outbox = new(time);
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>One look at every library.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var name in catalog.List())
        {
            try
            {
                using var library = catalog.Open(name);
                _maker.MakeDue(library, options.Late, cancellationToken);
                await _outbox.SendAsync(library, platform => _platforms.GetValueOrDefault(platform), cancellationToken);
            }
            catch (OperationCanceledException)
            {
                throw;
            }
            catch (Exception fault)
            {
                Log.Failed(logger, fault, name, options.Every);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Every, time);
        do await TickAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 500, Level = LogLevel.Error, Message = "The digests of the library {Library} could not be looked at; they are tried again in {Every}.")]
        public static partial void Failed(ILogger logger, Exception fault, string library, TimeSpan every);
    }
}
