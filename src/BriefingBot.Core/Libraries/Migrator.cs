using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>Brings a file to the newest version: numbered steps, one transaction each, the version inside it.</summary>
internal static class Migrator
{
    /// <summary>The version this program writes.</summary>
    public static int Newest(DatabaseKind kind) => Steps(kind).Count;

    /// <summary>Runs the steps the file lacks. Two processes may do so at once: a step is looked at again once its transaction is held.</summary>
    /// <param name="upTo">Stops at this version; tests build old files with it.</param>
    /// <exception cref="LibraryNewerException">The file was written by a newer version.</exception>
    /// <exception cref="LibraryCorruptException">The file is somebody else's, or damaged.</exception>
    public static void Migrate(DatabaseConnection connection, DatabaseKind kind, string thing, int upTo = int.MaxValue)
    {
        var steps = Steps(kind);
        Verify(connection, kind, thing, steps.Count);
        for (var version = Version(connection) + 1; version <= steps.Count && version <= upTo; version++)
        {
            using var transaction = connection.Sqlite.BeginTransaction(deferred: false);
            if (Version(connection) >= version) continue;
            Run(connection.Sqlite, transaction, steps[version - 1]);
            Run(connection.Sqlite, transaction, $"pragma application_id = {kind.ApplicationId}; pragma user_version = {version};");
            transaction.Commit();
        }
    }

    /// <summary>Refuses a file that is not of this kind or is newer than this program.</summary>
    public static void Verify(DatabaseConnection connection, DatabaseKind kind, string thing) => Verify(connection, kind, thing, Newest(kind));

    private static void Verify(DatabaseConnection connection, DatabaseKind kind, string thing, int newest)
    {
        var mark = connection.Number("pragma application_id");
        var version = Version(connection);
        var fresh = mark == 0 && version == 0 && connection.Number("select count(*) from sqlite_schema") == 0;
        if (mark != kind.ApplicationId && !fresh) throw new LibraryCorruptException(SqliteFaults.NotOurs(thing));
        if (version <= newest) return;
        throw new LibraryNewerException(
            $"The {thing} is of version {version} and this program knows versions up to {newest}. Use the newer program, or restore a backup made with this one.");
    }

    private static int Version(DatabaseConnection connection) => (int)connection.Number("pragma user_version");

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Names are migrations/library/0001-documents.sql: number n is step n, without gaps.
    private static List<string> Steps(DatabaseKind kind)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"migrations/{kind.Migrations}/";
        var names = assembly.GetManifestResourceNames().Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (int.Parse(names[i].AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture) != i + 1)
                throw new InvalidOperationException($"Migration {names[i]} stands where number {i + 1} is due.");
        }

        return names.ConvertAll(name => Read(assembly, name));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? assembly.GetManifestResourceStream(name.Replace('/', '\\'))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
