using Dapper;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>The SQLite library that came with the program.</summary>
public static class EngineStore
{
    /// <summary>Its version, "3.50.4".</summary>
    public static string Version()
    {
        using var connection = Open();
        return connection.ServerVersion;
    }

    /// <summary>Whether it was built with full-text search.</summary>
    /// <remarks>https://www.sqlite.org/lang_corefunc.html#sqlite_compileoption_used</remarks>
    public static bool Searches()
    {
        using var connection = Open();
        return connection.ExecuteScalar<bool>("select sqlite_compileoption_used('ENABLE_FTS5')");
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
