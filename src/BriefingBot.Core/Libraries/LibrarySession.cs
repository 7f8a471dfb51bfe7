using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>A connection inside one transaction. Upper rooms run their own SQL through it (Dapper on <see cref="Connection"/>, passing <see cref="Transaction"/>).</summary>
public sealed class LibrarySession
{
    private readonly DatabaseConnection _connection;

    internal LibrarySession(LibraryFile file, DatabaseConnection connection, SqliteTransaction transaction)
    {
        (File, _connection, Transaction) = (file, connection, transaction);
        // Reading at once also takes the snapshot at once: a deferred transaction begins with its first read.
        LibraryRevision = LibraryStateStore.Revision(this);
    }

    public SqliteConnection Connection => _connection.Sqlite;

    public SqliteTransaction Transaction { get; }

    /// <summary>Counter raised by one by every committed change to a document; what this session changed is counted already.</summary>
    public long LibraryRevision { get; private set; }

    public LibraryFile File { get; }

    /// <summary>A statement kept prepared on this connection for later sessions.</summary>
    internal SqliteCommand Prepared(string sql) => _connection.Prepared(sql, Transaction);

    internal void RaiseLibraryRevision() => LibraryRevision = LibraryStateStore.Raise(this);
}
