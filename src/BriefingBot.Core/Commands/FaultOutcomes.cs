using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands;

/// <summary>
/// Turns a fault into what a person in a channel may read: no path, no name of a library, and an id that is in the log beside the whole story.
/// </summary>
internal static partial class FaultOutcomes
{
    public static CommandOutcome Of(Exception fault, ILogger logger)
    {
        var id = ShortId.New();
        Log.Fault(logger, fault, id);
        return fault switch
        {
            LibraryFullException => new CommandOutcome.Unavailable("There is no room left on the disk; nothing was changed. Tell the operator.", id),
            LibraryReadOnlyException => new CommandOutcome.Unavailable("The library cannot be written at the moment. Tell the operator.", id),
            LibraryBusyException => new CommandOutcome.Unavailable("The library is busy. Try again in a moment.", id),
            LibraryNotFoundException or LibraryCorruptException or LibraryNewerException =>
                new CommandOutcome.Unavailable("This channel's library cannot be opened. Tell the operator, or bind another library.", id),
            _ => new CommandOutcome.Failed(id),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Fault {FaultId}")]
        public static partial void Fault(ILogger logger, Exception fault, string faultId);
    }
}
