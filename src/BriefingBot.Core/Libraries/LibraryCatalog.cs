namespace BriefingBot.Core.Libraries;

/// <summary>The folder of libraries: <c>DATA/libraries/&lt;name&gt;.db</c>, and <c>DATA/bot.db</c> beside it.</summary>
/// <param name="dataDirectory">The data folder; made when a library is first created in it.</param>
/// <param name="time">When documents are added and removed.</param>
public sealed class LibraryCatalog(string dataDirectory, TimeProvider time)
{
    /// <summary>Full path of the data folder.</summary>
    public string DataDirectory { get; } = DataFolder.Full(dataDirectory);

    /// <summary>Opens an existing library and brings it to the newest version.</summary>
    /// <exception cref="LibraryNotFoundException">There is none of that name.</exception>
    /// <exception cref="LibraryException">It cannot be opened; the message says why and what to do.</exception>
    public LibraryFile Open(string name)
    {
        if (!Exists(name)) throw NotFound(name);
        var folder = DataFolder.Use(DataDirectory);
        IDisposable? library = null;
        try
        {
            library = DataFolder.UseLibrary(DataDirectory, name) ?? throw new LibraryBusyException($"The library \"{name}\" is being removed. Wait a moment and try again.");
            if (!Exists(name)) throw NotFound(name);
            return new LibraryFile(name, DatabaseFile.Open(DatabaseKind.Library, PathOf(name)), time, library, folder);
        }
        catch
        {
            library?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Opens a library, making it first where there is none.</summary>
    public LibraryFile OpenOrCreate(string name)
    {
        if (!Exists(name)) TryCreate(name);
        return Open(name);
    }

    /// <summary>Makes and opens a new library.</summary>
    /// <exception cref="LibraryExistsException">The name is taken.</exception>
    public LibraryFile Create(string name) => TryCreate(name)
        ? Open(name)
        : throw new LibraryExistsException($"There is already a library \"{name}\" in {DataDirectory}. Choose another name, or remove that one first.");

    /// <summary>Whether there is a library of that name.</summary>
    /// <exception cref="LibraryException">The name is not valid.</exception>
    public bool Exists(string name) => Path.Exists(PathOf(LibraryName.Require(name)));

    /// <summary>Deletes a library with everything in it.</summary>
    /// <exception cref="LibraryNotFoundException">There is none of that name.</exception>
    /// <exception cref="LibraryBusyException">A process, this one included, has it open.</exception>
    public void Remove(string name)
    {
        if (!Exists(name)) throw NotFound(name);
        using (DataFolder.Use(DataDirectory))
        using (DataFolder.ClaimLibrary(DataDirectory, name)
            ?? throw new LibraryBusyException($"The library \"{name}\" is in use. Stop what has it open and try again."))
        {
            SqliteFaults.Guard(DatabaseKind.Library.Describe(PathOf(name)), () => DatabaseFile.DeleteWhole(PathOf(name)));
        }
    }

    /// <summary>Names of the libraries in the folder, in order; empty where there is no folder.</summary>
    public IReadOnlyList<string> List()
    {
        var folder = DataFolder.Libraries(DataDirectory);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*.db").Select(path => Path.GetFileNameWithoutExtension(path)).Where(LibraryName.IsValid).Order(StringComparer.Ordinal)];
    }

    /// <summary>Opens what is not a library's, making it first where there is none.</summary>
    public BotFile OpenBot() => BotFile.Open(DataDirectory);

    internal string PathOf(string name) => Path.Combine(DataFolder.Libraries(DataDirectory), name + ".db");

    private bool TryCreate(string name)
    {
        var path = PathOf(LibraryName.Require(name));
        DataFolder.Create(DataDirectory);
        using (DataFolder.Use(DataDirectory)) return !Path.Exists(path) && DatabaseFile.Create(DatabaseKind.Library, path);
    }

    private LibraryNotFoundException NotFound(string name)
    {
        var known = List();
        var others = known.Count == 0 ? "There is none yet." : $"There is: {string.Join(", ", known)}.";
        return new LibraryNotFoundException($"There is no library \"{name}\" in {DataDirectory}. {others} Create it with \"library create {name}\", or add documents to it.");
    }
}
