using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>One connection with the statements it has already prepared. Used by one thread at a time.</summary>
internal sealed class DatabaseConnection : IDisposable
{
    public const int BusySeconds = 10;
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectStatement> _direct = new(StringComparer.Ordinal);

    private DatabaseConnection(SqliteConnection sqlite) => Sqlite = sqlite;

    public SqliteConnection Sqlite { get; }

    /// <summary>Opens an existing file (or a new one where <paramref name="create"/>) with our settings.</summary>
    /// <param name="writable">Readers are refused every write by SQLite itself.</param>
    public static DatabaseConnection Open(string path, bool writable, bool create = false)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            // We pool ourselves: prepared statements stay with their connection, and Dispose really closes the file.
            Pooling = false,
        };
        var sqlite = new SqliteConnection(address.ConnectionString);
        try
        {
            sqlite.Open();
            var connection = new DatabaseConnection(sqlite);
            connection.Execute($"pragma busy_timeout = {BusySeconds * 1000}");
            connection.UseWriteAheadLog();
            connection.Execute(writable
                ? "pragma synchronous = normal; pragma temp_store = memory; pragma cache_size = -16000; pragma journal_size_limit = 67108864;"
                : "pragma temp_store = memory; pragma cache_size = -8000; pragma query_only = on;");
            return connection;
        }
        catch
        {
            sqlite.Dispose();
            throw;
        }
    }

    public void Execute(string sql)
    {
        using var command = Sqlite.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Number(string sql)
    {
        using var command = Sqlite.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>A statement prepared once per connection; its parameters keep their last values until they are bound again.</summary>
    public SqliteCommand Prepared(string sql, SqliteTransaction transaction)
    {
        if (!_statements.TryGetValue(sql, out var command))
        {
            command = Sqlite.CreateCommand();
            command.CommandText = sql;
            _statements.Add(sql, command);
        }

        command.Transaction = transaction;
        return command;
    }

    /// <summary>A statement over whole numbers and bytes prepared once per connection.</summary>
    public DirectStatement Direct(string sql)
    {
        if (!_direct.TryGetValue(sql, out var statement)) _direct.Add(sql, statement = new DirectStatement(Sqlite, sql));
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        foreach (var statement in _direct.Values) statement.Dispose();
        _direct.Clear();
        Sqlite.Dispose();
    }

    // The mode stays in the file; asking first spares the exclusive lock that setting it would take.
    private void UseWriteAheadLog()
    {
        using var command = Sqlite.CreateCommand();
        command.CommandText = "pragma journal_mode";
        if (string.Equals((string)command.ExecuteScalar()!, "wal", StringComparison.Ordinal)) return;
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
    }
}
