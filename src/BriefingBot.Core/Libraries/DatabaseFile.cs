using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>One SQLite file of ours: many readers, each with a snapshot of its own, and one writer at a time.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly ConcurrentBag<DatabaseConnection> _readers = [];
    private readonly Lock _writing = new();
    private DatabaseConnection? _writer;
    private volatile bool _closed;

    private DatabaseFile(string path, string thing) => (Path, Thing) = (path, thing);

    public string Path { get; }

    /// <summary>The file in words, for messages.</summary>
    public string Thing { get; }

    /// <summary>Opens an existing file and brings it to the newest version.</summary>
    public static DatabaseFile Open(DatabaseKind kind, string path)
    {
        var file = new DatabaseFile(path, kind.Describe(path));
        file.Translated(() =>
        {
            // SQLite takes an empty file for a new database; a library that has become empty has lost everything.
            if (new FileInfo(path) is { Exists: true, Length: 0 }) throw new LibraryCorruptException(SqliteFaults.NotOurs(file.Thing));
            file._writer = DatabaseConnection.Open(path, writable: true);
            Migrator.Migrate(file._writer, kind, file.Thing);
            return true;
        });
        return file;
    }

    /// <summary>Makes a file aside and moves it into place whole, so that no half-made file ever bears the name. False where it exists already.</summary>
    public static bool Create(DatabaseKind kind, string path) => SqliteFaults.Guard(kind.Describe(path), () =>
    {
        var aside = $"{path}.{ShortId.New()}.new";
        try
        {
            using (var connection = DatabaseConnection.Open(aside, writable: true, create: true))
                Migrator.Migrate(connection, kind, kind.Describe(path));
            File.Move(aside, path);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            DeleteWhole(aside);
        }
    });

    /// <summary>Deletes a file with what SQLite keeps beside it.</summary>
    public static void DeleteWhole(string path)
    {
        foreach (var ending in (string[])["-wal", "-shm", ""]) File.Delete(path + ending);
    }

    /// <summary>Runs the work over one consistent snapshot.</summary>
    public T Read<T>(Func<DatabaseConnection, SqliteTransaction, T> work) => Translated(() =>
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_readers.TryTake(out var connection)) connection = DatabaseConnection.Open(Path, writable: false);
        var sound = false;
        try
        {
            using var transaction = connection.Sqlite.BeginTransaction(deferred: true);
            var result = work(connection, transaction);
            transaction.Commit();
            sound = true;
            return result;
        }
        finally
        {
            if (sound && !_closed) _readers.Add(connection);
            else connection.Dispose();
        }
    });

    /// <summary>Runs the work in the one write transaction; what it throws undoes all of it.</summary>
    public T Write<T>(Func<DatabaseConnection, SqliteTransaction, T> work)
    {
        if (_writing.IsHeldByCurrentThread) throw new InvalidOperationException("A write inside a write of the same library: pass the session on instead.");
        lock (_writing)
        {
            return Translated(() =>
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                _writer ??= DatabaseConnection.Open(Path, writable: true);
                var sound = false;
                try
                {
                    using var transaction = _writer.Sqlite.BeginTransaction(deferred: false);
                    var result = work(_writer, transaction);
                    transaction.Commit();
                    sound = true;
                    return result;
                }
                finally
                {
                    // After a fault the state of the connection is not worth knowing: the next write opens another.
                    if (!sound) DropWriter();
                }
            });
        }
    }

    /// <summary>
    /// Moves what is committed from the log into the file, as far as no reader is in the way, without keeping the writer from writing
    /// (https://sqlite.org/c3ref/wal_checkpoint_v2.html, SQLITE_CHECKPOINT_PASSIVE).
    /// </summary>
    public void Checkpoint() => Translated(() =>
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        using var connection = DatabaseConnection.Open(Path, writable: false);
        connection.Execute("pragma wal_checkpoint(passive)");
        return true;
    });

    /// <summary>Has the writer itself do so only when the log has so many pages; until a fault drops its connection.</summary>
    public void LetLogGrow(int pages) => Translated(() =>
    {
        lock (_writing) (_writer ??= DatabaseConnection.Open(Path, writable: true)).Execute($"pragma wal_autocheckpoint = {pages}");
        return true;
    });

    /// <summary>Copies the file as it stands, while others read and write it.</summary>
    /// <param name="path">A new file.</param>
    /// <param name="copied">Told how far it is; null: nobody.</param>
    /// <param name="cancellationToken">Stops between two pieces; the file is then of no use.</param>
    public void CopyTo(string path, Action<CopyProgress>? copied = null, CancellationToken cancellationToken = default) => Read((connection, _) =>
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        copy.Open();
        DatabaseCopy.Run(connection.Sqlite, copy, copied, cancellationToken);
        return true;
    });

    /// <summary>Refuses a file that is not of this kind, is newer than this program, or whose pages are not sound. The file is opened and not changed.</summary>
    public static void Verify(DatabaseKind kind, string path, string thing) => SqliteFaults.Guard(thing, () =>
    {
        using var connection = DatabaseConnection.Open(path, writable: false);
        Migrator.Verify(connection, kind, thing);
        if (Damage(connection) is { } damage) throw new LibraryCorruptException($"The {thing} is damaged ({damage}). Use another backup.");
    });

    /// <summary>What SQLite finds wrong with the file, first of all its findings; null where it is sound. Reads all of the file.</summary>
    public string? Damage() => Read((connection, _) => Damage(connection));

    private static string? Damage(DatabaseConnection connection)
    {
        using var check = connection.Sqlite.CreateCommand();
        check.CommandText = "pragma integrity_check(1)";
        return check.ExecuteScalar() is string finding and not "ok" ? finding : null;
    }

    /// <summary>Shortens the wait for other processes; for tests.</summary>
    internal void HurryWrites()
    {
        lock (_writing)
        {
            _writer ??= DatabaseConnection.Open(Path, writable: true);
            _writer.Sqlite.DefaultTimeout = 1;
            _writer.Execute("pragma busy_timeout = 20");
        }
    }

    /// <summary>Lets the next writes find no room beyond this many pages; for tests of a full disk.</summary>
    internal void LimitPages(int pages)
    {
        lock (_writing) (_writer ??= DatabaseConnection.Open(Path, writable: true)).Execute($"pragma max_page_count = {pages}");
    }

    /// <summary>Lets writes fail as they do in a folder without the right to write; for tests that run as root.</summary>
    internal void RefuseWrites()
    {
        lock (_writing) (_writer ??= DatabaseConnection.Open(Path, writable: true)).Execute("pragma query_only = on");
    }

    public void Dispose()
    {
        _closed = true;
        while (_readers.TryTake(out var reader)) reader.Dispose();
        lock (_writing) DropWriter();
    }

    private void DropWriter()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private T Translated<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault) when (SqliteFaults.Translate(fault, Thing) is not null)
        {
            throw SqliteFaults.Translate(fault, Thing)!;
        }
    }
}
