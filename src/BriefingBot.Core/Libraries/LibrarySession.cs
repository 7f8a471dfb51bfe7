using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>A connection inside one transaction. Upper rooms run their own SQL through it (Dapper on <see cref="Connection"/>, passing <see cref="Transaction"/>).</summary>
public sealed class LibrarySession
{
    private readonly DatabaseConnection _connection;
    private readonly List<Action> _beforeCommit = [];
    private bool _raised;

    internal LibrarySession(LibraryFile file, DatabaseConnection connection, SqliteTransaction transaction, bool writing)
    {
        (File, _connection, Transaction, IsWriting) = (file, connection, transaction, writing);
        // Reading at once also takes the snapshot at once: a deferred transaction begins with its first read.
        LibraryRevision = LibraryStateStore.Revision(this);
    }

    public SqliteConnection Connection => _connection.Sqlite;

    public SqliteTransaction Transaction { get; }

    /// <summary>Counter raised by every committed change to a document; what this session changed is counted already.</summary>
    public long LibraryRevision { get; private set; }

    public LibraryFile File { get; }

    /// <summary>Whether the session may write; what it has written is not yet committed.</summary>
    public bool IsWriting { get; }

    /// <summary>A statement kept prepared on this connection for later sessions.</summary>
    internal SqliteCommand Prepared(string sql) => _connection.Prepared(sql, Transaction);

    /// <summary>A statement over whole numbers and bytes, kept prepared likewise.</summary>
    internal DirectStatement Direct(string sql) => _connection.Direct(sql);

    /// <summary>Has work done once more before the session commits, for what is gathered over many calls and written as one.</summary>
    internal void BeforeCommit(Action work) => _beforeCommit.Add(work);

    internal T Complete<T>(T result)
    {
        foreach (var work in _beforeCommit) work();
        return result;
    }

    /// <summary>Written once, before the session commits: a batch changes hundreds of documents, and nobody else writes meanwhile.</summary>
    internal void RaiseLibraryRevision()
    {
        if (!_raised) BeforeCommit(() => LibraryStateStore.Write(this));
        _raised = true;
        LibraryRevision++;
    }
}
