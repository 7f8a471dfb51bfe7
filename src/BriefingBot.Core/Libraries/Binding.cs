using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>Values into statements and out of rows, one form each: days and instants are text that sorts as time does.</summary>
internal static class Binding
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static SqliteCommand Bind(this SqliteCommand command, string name, object? value)
    {
        var index = command.Parameters.IndexOf(name);
        if (index < 0) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        else command.Parameters[index].Value = value ?? DBNull.Value;
        return command;
    }

    /// <summary>Runs an insert and gives the id of its row.</summary>
    /// <remarks>
    /// Not "returning id": that opens a statement savepoint, on which FTS5 writes out what it has gathered in memory. Storing documents took
    /// twice the time and more. So: no "returning", no "on conflict" and no triggers on the way of a document into the library.
    /// </remarks>
    public static long InsertedId(this SqliteCommand command)
    {
        command.ExecuteNonQuery();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(command.Connection!.Handle!);
    }

    public static string ToStored(this DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static string? ToStored(this DateTimeOffset? instant) => instant?.ToStored();

    public static string ToStored(this DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string? ToStored(this DateOnly? day) => day?.ToStored();

    /// <summary>"JsonLd" is stored as "json-ld".</summary>
    public static string ToStored<T>(this T word) where T : struct, Enum
    {
        var name = word.ToString();
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }

    public static T Word<T>(string stored) where T : struct, Enum => Enum.Parse<T>(stored.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public static DateTimeOffset Instant(string stored) =>
        new(DateTime.ParseExact(stored, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));

    public static DateOnly Day(string stored) => DateOnly.ParseExact(stored, DayFormat, CultureInfo.InvariantCulture);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? DayOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Day(row.GetString(column));

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Instant(row.GetString(column));
}
