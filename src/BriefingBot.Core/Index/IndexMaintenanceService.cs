using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Index;

/// <summary>Merges what is due in the open libraries of a running process, so that neither a question nor a person who adds a document waits for it.</summary>
/// <param name="shelf">Holds the open libraries.</param>
/// <param name="time">Says when the next look is due.</param>
/// <param name="logger">Told what could not be merged; the next look tries again.</param>
public sealed partial class IndexMaintenanceService(LibraryShelf shelf, TimeProvider time, ILogger<IndexMaintenanceService> logger) : BackgroundService
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, time, stoppingToken);
            foreach (var library in shelf.Opened()) Maintain(library, stoppingToken);
        }
    }

    private void Maintain(LibraryFile library, CancellationToken cancellationToken)
    {
        try
        {
            IndexMaintenance.Run(library, cancellationToken);
        }
        catch (Exception fault) when (fault is LibraryException or ObjectDisposedException)
        {
            Log.Unmerged(logger, fault, library.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The index of {Library} could not be merged; it answers as before, more slowly")]
        public static partial void Unmerged(ILogger logger, Exception fault, string library);
    }
}
