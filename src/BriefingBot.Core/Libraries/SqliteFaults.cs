using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>The one place where a fault of SQLite or of the file system becomes a sentence for a person.</summary>
/// <remarks>Result codes: https://www.sqlite.org/rescode.html</remarks>
internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;
    private const int CorruptVirtualTable = Corrupt | (1 << 8);

    // errno of Linux and macOS, which .NET passes on as the HResult of an IOException.
    private const int NoSpaceLeft = 28, ReadOnlyFileSystem = 30;

    /// <summary>Runs the work; a fault of SQLite or of the file system comes out as its sentence.</summary>
    /// <exception cref="LibraryException">What went wrong with the thing, and the remedy.</exception>
    public static T Guard<T>(string thing, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (Translate(fault, thing) is not null)
        {
            throw Translate(fault, thing)!;
        }
    }

    /// <inheritdoc cref="Guard{T}(string, Func{T})"/>
    public static void Guard(string thing, Action work) => Guard(thing, () =>
    {
        work();
        return true;
    });

    /// <summary>The sentence for a fault, or null where the fault is a mistake of ours and should stay what it is.</summary>
    /// <param name="fault">What SQLite reported.</param>
    /// <param name="thing">The file in words: <c>library "default" (/data/libraries/default.db)</c>.</param>
    public static LibraryException? Translate(SqliteException fault, string thing) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new LibraryBusyException(
            $"The {thing} is held by another process for more than {DatabaseConnection.BusySeconds} seconds. Wait until that process has finished, or stop it, and try again.", fault),
        ReadOnly => new LibraryReadOnlyException(
            $"The {thing} cannot be written. Give this user the right to write the file and its folder, or name another data folder with --data.", fault),
        Full => new LibraryFullException(
            $"There is no room left to write the {thing}; nothing of this change was kept. Free space on that disk and try again.", fault),
        Corrupt when fault.SqliteExtendedErrorCode == CorruptVirtualTable => new LibraryCorruptException(
            $"The search index of the {thing} is damaged; the documents are not. Rebuild it with \"doctor --repair\".", fault),
        Corrupt => new LibraryCorruptException(
            $"The {thing} is damaged ({Detail(fault)}). Restore a backup with \"restore DIR\".", fault),
        NotADatabase => new LibraryCorruptException(NotOurs(thing), fault),
        CannotOpen => new LibraryException(
            $"The {thing} cannot be opened. Check that it is a file, that its folder exists, and that this user may read and write both.", fault),
        IoError => new LibraryException(
            $"Reading or writing the {thing} failed ({Detail(fault)}); nothing of this change was kept. Check the disk, then run \"doctor\".", fault),
        _ => null,
    };

    /// <summary>The sentence for a fault of the file system at a path, or null where it should stay what it is.</summary>
    public static LibraryException? Translate(Exception fault, string thing) => fault switch
    {
        SqliteException sqlite => Translate(sqlite, thing),
        UnauthorizedAccessException => new LibraryReadOnlyException(
            $"The {thing} cannot be written. Give this user the right to write it, or name another data folder with --data.", fault),
        IOException { HResult: ReadOnlyFileSystem } => new LibraryReadOnlyException(
            $"The {thing} is on a disk that is mounted read-only. Name another data folder with --data.", fault),
        IOException { HResult: NoSpaceLeft } => new LibraryFullException(
            $"There is no room left to write the {thing}. Free space on that disk and try again.", fault),
        IOException => new LibraryException($"The {thing} cannot be used: {fault.Message} Check the path and its rights.", fault),
        _ => null,
    };

    public static string NotOurs(string thing) =>
        $"The {thing} is not a BriefingBot file, or is damaged beyond reading. Move it away, or restore a backup with \"restore DIR\".";

    // Only the words of SQLite itself, without the wrapper's "SQLite Error 11: '…'."
    private static string Detail(SqliteException fault)
    {
        var first = fault.Message.IndexOf('\'', StringComparison.Ordinal);
        var last = fault.Message.LastIndexOf('\'');
        return first >= 0 && last > first ? fault.Message[(first + 1)..last] : fault.Message;
    }
}
