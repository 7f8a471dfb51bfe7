using Dapper;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>What a library's file says of its own soundness.</summary>
public sealed class IntegrityStore(LibrarySession session)
{
    private const int MostProblems = 5;

    /// <summary>Version of the SQLite library in use.</summary>
    public static string EngineVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    /// <summary>Whether the SQLite library in use was built with full-text search.</summary>
    /// <remarks>https://www.sqlite.org/pragma.html#pragma_compile_options</remarks>
    public static bool EngineSearches()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ExecuteScalar<bool>("select sqlite_compileoption_used('ENABLE_FTS5')");
    }

    /// <summary>SQLite's own words for what is damaged, the first few; empty where all is sound.</summary>
    /// <remarks>https://www.sqlite.org/pragma.html#pragma_integrity_check; a row of a foreign key without its other end counts too.</remarks>
    public IReadOnlyList<string> Problems()
    {
        var said = session.Connection.Query<string>($"pragma integrity_check({MostProblems})", transaction: session.Transaction)
            .Where(line => line is not "ok").ToList();
        var orphans = session.Connection.ExecuteScalar<long>("select count(*) from pragma_foreign_key_check", transaction: session.Transaction);
        return orphans == 0 ? said : [.. said, $"{orphans} rows refer to rows that are gone"];
    }

    /// <summary>How many passages the index should hold: those of every revision of documents that are not removed.</summary>
    public long PassagesToIndex() => session.Connection.ExecuteScalar<long>(
        """
        select count(*) from passages p join revisions r on r.id = p.revision_id join documents d on d.id = r.document_id
        where d.removed_utc is null
        """,
        transaction: session.Transaction);
}
