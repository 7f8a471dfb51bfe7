using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion.Rereading;

/// <summary>
/// Reads pages again while the bot runs, a few at a time and one of each host in a minute: a host that hangs or fails delays no
/// other, and pages that failed last time never take more than half of the places.
/// </summary>
/// <param name="reader">Reads one page.</param>
/// <param name="libraries">Those whose pages are read, asked at each round.</param>
/// <param name="time">Says when to look.</param>
/// <param name="logger">Told what happens.</param>
public sealed partial class RereadService(PageRereader reader, Func<IReadOnlyList<LibraryFile>> libraries, TimeProvider time, ILogger<RereadService> logger) : BackgroundService
{
    private const int AtOnce = 6;
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    private readonly ReadingPlaces<string> places = new(AtOnce);

    /// <summary>The readings of this round, and those before that have not ended; for tests.</summary>
    internal IReadOnlyCollection<Task> Running => places.Begun;

    /// <summary>Every host may be asked once more.</summary>
    internal void BeginRound() => places.ForgetEnded();

    /// <summary>Starts what is due, has a place and a host that was not asked in this round; false where something has no place yet.</summary>
    internal bool StartDue(CancellationToken cancellationToken) =>
        places.Start(libraries(), library => Due(library, cancellationToken), (library, fault) => Log.LibraryFailed(logger, library.Name, fault.Message));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (reader.Days == 0) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            BeginRound();
            var pause = Task.Delay(Round, time, stoppingToken);
            // What ends makes a place. Canceled is an end of the pause like any other; the loop's condition sees it.
            while (!pause.IsCompleted)
            {
                var all = StartDue(stoppingToken);
                await Task.WhenAny(all ? [pause] : [pause, .. Running.Where(task => !task.IsCompleted)]);
            }
        }

        await Task.WhenAll(Running);
    }

    private IEnumerable<DueReading<string>> Due(LibraryFile library, CancellationToken cancellationToken) =>
        reader.Due(library).Select(page => new DueReading<string>(page.Host, page.Failures > 0, () => ReadAsync(library, page, cancellationToken)));

    /// <summary>Never faults: a bad page is the log's affair and a later round's.</summary>
    private async Task ReadAsync(LibraryFile library, PageToReread page, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await reader.ReadAsync(library, page, cancellationToken);
            if (receipt is { Outcome: ReceiptOutcome.Updated }) Log.Changed(logger, page.Address, receipt.Reason ?? "a revision was stored");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops; the page is due when it starts.
        }
#pragma warning disable CA1031 // One bad page ends neither the loop nor another page's reading; it is due again when its lease has run out.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ReadingFailed(logger, fault, page.Address);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Page} says something else now: {Change}")]
        public static partial void Changed(ILogger logger, string page, string change);

        [LoggerMessage(2, LogLevel.Error, "Reading {Page} again failed")]
        public static partial void ReadingFailed(ILogger logger, Exception fault, string page);

        [LoggerMessage(3, LogLevel.Warning, "The pages of the library {Library} cannot be looked at: {Fault}")]
        public static partial void LibraryFailed(ILogger logger, string library, string fault);
    }
}
