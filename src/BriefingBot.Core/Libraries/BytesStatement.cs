using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Core.Libraries;

/// <summary>
/// A statement that stores bytes from where they lie. A parameter of Microsoft.Data.Sqlite takes an array of exactly their length, which would have to be made
/// for each row, and most of them are large objects.
/// </summary>
internal sealed class BytesStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The statement is refused.</exception>
    internal BytesStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>Runs it once.</summary>
    /// <param name="bytes">Its last parameter.</param>
    /// <param name="numbers">Those before.</param>
    /// <exception cref="SqliteException">The row is refused, or cannot be written.</exception>
    public void Run(ReadOnlySpan<byte> bytes, params ReadOnlySpan<long?> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            Check(numbers[i] is { } number ? raw.sqlite3_bind_int64(_statement, i + 1, number) : raw.sqlite3_bind_null(_statement, i + 1));
        Check(raw.sqlite3_bind_blob(_statement, numbers.Length + 1, bytes));
        raw.sqlite3_step(_statement);
        // What went wrong with the step is said again here (https://sqlite.org/c3ref/reset.html).
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
