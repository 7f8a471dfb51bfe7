using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Digests;

/// <summary>Constants of the digests, bound from <c>Digests:*</c>.</summary>
public sealed record DigestOptions
{
    /// <summary>How late a digest may still be posted after the bot or the platform was down; a later one is skipped aloud.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often the schedules are looked at.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>Makes and posts what is due in every library, until the program ends. A fault in one library never stops the others.</summary>
public sealed partial class DigestScheduler : BackgroundService
{
    private readonly LibraryCatalog _catalog;
    private readonly DigestPoster _poster;
    private readonly DigestOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<DigestScheduler> _logger;

    internal DigestScheduler(LibraryCatalog catalog, DigestPoster poster, DigestOptions options, TimeProvider time, ILogger<DigestScheduler> logger) =>
        (_catalog, _poster, _options, _time, _logger) = (catalog, poster, options, time, logger);

    /// <summary>One look at every library.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var name in _catalog.List())
        {
            await GuardedAsync(name, async () =>
            {
                using var library = _catalog.Open(name);
                await _poster.LookAsync(library, cancellationToken);
            }, cancellationToken);
        }

        await GuardedAsync("(none)", () => _poster.TellAsync(cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever starts the host goes on meanwhile.
        await Task.Yield();
        using var timer = new PeriodicTimer(_options.Every, _time);
        try
        {
            do await TickAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what was not posted is in the libraries.
        }
    }

    private async Task GuardedAsync(string library, Func<Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One library that cannot be read keeps no other from its digest.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.Failed(_logger, fault, library, _options.Every);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 500, Level = LogLevel.Error, Message = "The digests of the library {Library} could not be looked at; they are tried again in {Every}.")]
        public static partial void Failed(ILogger logger, Exception fault, string library, TimeSpan every);
    }
}
