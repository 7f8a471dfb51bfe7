using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Core.Libraries;

/// <summary>
/// A prepared statement over whole numbers, run on SQLite itself: a command finds every parameter by name and makes a reader each time, which costs more
/// than a row of two numbers. Used by one thread at a time, in the transaction that is open on its connection.
/// </summary>
internal sealed class NumberStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The SQL is none.</exception>
    public NumberStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(this.connection, sql, out statement), this.connection);
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="values">Of its parameters, in order.</param>
    public void Run(params ReadOnlySpan<long> values) => Run(null, values);

    /// <summary>Adds the first column of all its rows to a list.</summary>
    /// <param name="into">Receives the numbers; null where nobody asks.</param>
    /// <param name="values">Of its parameters, in order.</param>
    public void Run(List<long>? into, params ReadOnlySpan<long> values)
    {
        try
        {
            for (var i = 0; i < values.Length; i++) Checked(raw.sqlite3_bind_int64(statement, i + 1, values[i]));
            while (Checked(raw.sqlite3_step(statement)) == raw.SQLITE_ROW) into?.Add(raw.sqlite3_column_int64(statement, 0));
        }
        finally
        {
            // A statement that is not reset keeps its transaction from ending. A fault it has was said by its step.
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private int Checked(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(result, connection);
        return result;
    }
}
