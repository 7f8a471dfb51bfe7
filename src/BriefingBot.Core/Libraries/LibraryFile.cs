namespace BriefingBot.Core.Libraries;

/// <summary>One open library. Many readers, one writer at a time: in this process by a lock, across processes by BEGIN IMMEDIATE and a wait of ten seconds.</summary>
public sealed class LibraryFile : IDisposable
{
    private readonly DatabaseFile _file;
    private readonly IDisposable[] _locks;

    internal LibraryFile(string name, DatabaseFile file, TimeProvider time, params IDisposable[] locks)
    {
        (Name, _file, Time, _locks) = (name, file, time, locks);
    }

    /// <summary>The name of the library, as in <c>--library</c>.</summary>
    public string Name { get; }

    /// <summary>Full path of the SQLite file.</summary>
    public string Path => _file.Path;

    internal TimeProvider Time { get; }

    internal DatabaseFile Database => _file;

    /// <summary>Runs the work over one consistent snapshot; what others commit meanwhile is not seen. Writing in it is refused by SQLite.</summary>
    /// <exception cref="LibraryException">The file cannot be read; the message says why and what to do.</exception>
    public T Read<T>(Func<LibrarySession, T> work) =>
        _file.Read((connection, transaction) => work(new LibrarySession(this, connection, transaction, writing: false)));

    /// <summary>Runs the work as one change: committed whole, or undone whole when it throws.</summary>
    /// <exception cref="LibraryException">The file cannot be written (full, read-only, held, damaged); the message says why and what to do.</exception>
    public T Write<T>(Func<LibrarySession, T> work) =>
        _file.Write((connection, transaction) =>
        {
            var session = new LibrarySession(this, connection, transaction, writing: true);
            return session.Complete(work(session));
        });

    /// <inheritdoc cref="Write{T}(Func{LibrarySession, T})"/>
    public void Write(Action<LibrarySession> work) => Write(session =>
    {
        work(session);
        return true;
    });

    /// <summary>For as long as transaction follows transaction.</summary>
    internal BulkWriting WriteInBulk() => new(_file);

    /// <summary>What SQLite finds wrong with the file; null where it is sound. Reads all of the file.</summary>
    /// <exception cref="LibraryCorruptException">The file cannot be read at all.</exception>
    public string? Damage() => _file.Damage();

    public void Dispose()
    {
        _file.Dispose();
        foreach (var held in _locks) held.Dispose();
    }
}
