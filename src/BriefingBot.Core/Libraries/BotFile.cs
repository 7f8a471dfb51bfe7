namespace BriefingBot.Core.Libraries;

/// <summary><c>DATA/bot.db</c>: what belongs to the bot and to no library.</summary>
public sealed class BotFile : IDisposable
{
    private readonly DatabaseFile _file;
    private readonly IDisposable _folder;

    private BotFile(DatabaseFile file, IDisposable folder) => (_file, _folder) = (file, folder);

    internal DatabaseFile Database => _file;

    /// <summary>Opens the file, making it where there is none.</summary>
    /// <exception cref="LibraryException">It cannot be opened; the message says why and what to do.</exception>
    public static BotFile Open(string dataDirectory)
    {
        var directory = DataFolder.Full(dataDirectory);
        var path = DataFolder.Bot(directory);
        DataFolder.Create(directory);
        var folder = DataFolder.Use(directory);
        try
        {
            if (!Path.Exists(path)) DatabaseFile.Create(DatabaseKind.Bot, path);
            return new BotFile(DatabaseFile.Open(DatabaseKind.Bot, path), folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A setting, or null where it was never set.</summary>
    public string? Get(string key) => _file.Read((connection, transaction) => SettingStore.Get(connection, transaction, key));

    /// <summary>Sets a setting; null takes it away.</summary>
    public void Set(string key, string? value) => _file.Write((connection, transaction) => SettingStore.Set(connection, transaction, key, value));

    /// <summary>What SQLite finds wrong with the file; null where it is sound. Reads all of the file.</summary>
    /// <exception cref="LibraryCorruptException">The file cannot be read at all.</exception>
    public string? Damage() => _file.Damage();

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }
}
