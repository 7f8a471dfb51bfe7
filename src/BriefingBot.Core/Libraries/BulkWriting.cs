namespace BriefingBot.Core.Libraries;

/// <summary>
/// While many transactions follow each other, the log is moved into the file by a thread of its own: it waits for the disk most of the time,
/// and the writer need not wait with it. What a power cut could take stays what it was, the transactions since the last time this began.
/// </summary>
internal sealed class BulkWriting : IAsyncDisposable
{
    /// <summary>Pages at which the writer does it itself, so that the log begins anew: 64 MB, beyond which SQLite shortens the log's file.</summary>
    private const int MostPages = 16_000;

    /// <summary>SQLite's own number (https://sqlite.org/pragma.html#pragma_wal_autocheckpoint).</summary>
    private const int UsualPages = 1_000;

    private readonly DatabaseFile database;
    private Task moving = Task.CompletedTask;

    internal BulkWriting(DatabaseFile database)
    {
        this.database = database;
        database.LetLogGrow(MostPages);
    }

    /// <summary>To be said after each transaction. Does not wait.</summary>
    /// <exception cref="LibraryException">The log could not be moved; nothing is lost.</exception>
    public void Committed()
    {
        if (!moving.IsCompleted) return;
        moving.GetAwaiter().GetResult();
        moving = Task.Factory.StartNew(database.Checkpoint, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits for the thread, and leaves the rest to the writer as usual.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await moving;
        }
        finally
        {
            database.LetLogGrow(UsualPages);
        }
    }
}
