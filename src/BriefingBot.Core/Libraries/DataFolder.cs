namespace BriefingBot.Core.Libraries;

/// <summary>Who uses a data folder: every open file holds a shared lock on it; what replaces files takes it alone.</summary>
/// <remarks>
/// The locks are those of <see cref="FileShare"/> (flock on Unix), on files of their own: SQLite's own locks are POSIX locks, which a second
/// handle on the same file would drop when it closes.
/// </remarks>
internal static class DataFolder
{
    /// <summary>Present from the first to the last rename of a restore.</summary>
    public const string RestoreMarker = "restore-unfinished";

    public static string Full(string directory) => Path.GetFullPath(directory);

    public static string Libraries(string directory) => Path.Combine(directory, "libraries");

    public static string Bot(string directory) => Path.Combine(directory, "bot.db");

    /// <summary>Creates the folders where they are missing.</summary>
    /// <exception cref="LibraryException">The folder cannot be made or written.</exception>
    public static void Create(string directory) => SqliteFaults.Guard(Describe(directory), () => Directory.CreateDirectory(Libraries(directory)));

    /// <summary>Says that this process uses the folder, until disposed.</summary>
    /// <exception cref="LibraryBusyException">A restore is running.</exception>
    public static IDisposable Use(string directory)
    {
        var handle = Lock(directory, Path.Combine(directory, "briefingbot.lock"), alone: false)
            ?? throw new LibraryBusyException($"The data folder {directory} is being restored. Wait until that has finished and try again.");
        if (!File.Exists(Path.Combine(directory, RestoreMarker))) return handle;
        handle.Dispose();
        throw new LibraryCorruptException($"A restore into the data folder {directory} was interrupted. Run \"restore DIR\" again.");
    }

    /// <summary>The folder alone, or null while any process uses it.</summary>
    public static IDisposable? Claim(string directory) => Lock(directory, Path.Combine(directory, "briefingbot.lock"), alone: true);

    /// <summary>One library in use, until disposed; null while it is being removed.</summary>
    public static IDisposable? UseLibrary(string directory, string name) => Lock(directory, LibraryLock(directory, name), alone: false);

    /// <summary>One library alone, or null while any process has it open.</summary>
    public static IDisposable? ClaimLibrary(string directory, string name) => Lock(directory, LibraryLock(directory, name), alone: true);

    public static string LibraryLock(string directory, string name) => Path.Combine(Libraries(directory), name + ".lock");

    private static FileStream? Lock(string directory, string path, bool alone)
    {
        return SqliteFaults.Guard(Describe(directory), () =>
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, alone ? FileShare.None : FileShare.Read, bufferSize: 1);
            }
            catch (IOException fault) when (IsHeld(fault))
            {
                return null;
            }
        });
    }

    private static string Describe(string directory) => $"data folder {directory}";

    // EWOULDBLOCK (11 on Linux, 35 on macOS) from flock; ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
