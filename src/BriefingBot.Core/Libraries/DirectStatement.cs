using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Core.Libraries;

/// <summary>
/// A prepared statement run on SQLite itself, over whole numbers and bytes: a command finds every parameter by name, makes a reader each time, and takes bytes only as an
/// array of exactly their length, which costs more than a small row, and for large bytes a large object each. Used by one thread at a time, in the transaction
/// that is open on its connection.
/// </summary>
internal sealed class DirectStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The SQL is none.</exception>
    public DirectStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(this.connection, sql, out statement), this.connection);
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="values">Of its parameters, in order.</param>
    /// <exception cref="SqliteException">A row is refused, or cannot be written.</exception>
    public void Run(params ReadOnlySpan<long> values) => Collect(null, values);

    /// <summary>Adds the first column of all its rows to a list.</summary>
    /// <param name="into">Receives the numbers; null where nobody asks.</param>
    /// <param name="values">Of its parameters, in order.</param>
    /// <exception cref="SqliteException">A row is refused, or cannot be written.</exception>
    public void Collect(List<long>? into, params ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++) Checked(raw.sqlite3_bind_int64(statement, i + 1, values[i]));
        Step(into);
    }

    /// <summary>Stores bytes from where they lie.</summary>
    /// <param name="bytes">Of its last parameter.</param>
    /// <param name="values">Of those before; null is SQL's.</param>
    /// <exception cref="SqliteException">A row is refused, or cannot be written.</exception>
    public void Store(ReadOnlySpan<byte> bytes, params ReadOnlySpan<long?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Checked(values[i] is { } value ? raw.sqlite3_bind_int64(statement, i + 1, value) : raw.sqlite3_bind_null(statement, i + 1));
        Checked(raw.sqlite3_bind_blob(statement, values.Length + 1, bytes));
        Step(null);
        // SQLite holds a copy of them until the next is bound.
        Checked(raw.sqlite3_clear_bindings(statement));
    }

    /// <summary>Its first row, to be read until it is disposed of; the statement is not used for another meanwhile.</summary>
    /// <param name="value">Of its parameter.</param>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public DirectRow Row(long value)
    {
        Checked(raw.sqlite3_bind_int64(statement, 1, value));
        try
        {
            return new DirectRow(statement, Checked(raw.sqlite3_step(statement)) == raw.SQLITE_ROW);
        }
        catch
        {
            Reset();
            throw;
        }
    }

    public void Dispose() => statement.Dispose();

    private void Step(List<long>? into)
    {
        try
        {
            while (Checked(raw.sqlite3_step(statement)) == raw.SQLITE_ROW) into?.Add(raw.sqlite3_column_int64(statement, 0));
        }
        finally
        {
            Reset();
        }
    }

    // A statement that is not reset keeps its transaction from ending. A fault it has was said by its step.
    private void Reset() => _ = raw.sqlite3_reset(statement);

    private int Checked(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(result, connection);
        return result;
    }
}

/// <summary>A row of a <see cref="DirectStatement"/>, read where SQLite holds it.</summary>
/// <param name="statement">Stands at the row.</param>
/// <param name="exists">Whether there is one; of none every column is null.</param>
internal readonly ref struct DirectRow(sqlite3_stmt statement, bool exists)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => exists;

    /// <summary>The number in a column; null where it is SQL's.</summary>
    public long? Number(int column) => exists && raw.sqlite3_column_type(statement, column) != raw.SQLITE_NULL ? raw.sqlite3_column_int64(statement, column) : null;

    /// <summary>The bytes in a column, valid until the row is disposed of; none where it is null.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => exists ? raw.sqlite3_column_blob(statement, column) : [];

    public void Dispose() => _ = raw.sqlite3_reset(statement);
}
