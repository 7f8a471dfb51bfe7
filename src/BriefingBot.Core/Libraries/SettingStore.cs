using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Libraries;

/// <summary>Settings in bot.db: a key and its value.</summary>
internal static class SettingStore
{
    public static string? Get(DatabaseConnection connection, SqliteTransaction transaction, string key) =>
        connection.Prepared("select value from settings where key = $key", transaction).Bind("$key", key).ExecuteScalar() as string;

    public static int Set(DatabaseConnection connection, SqliteTransaction transaction, string key, string? value) => value is null
        ? connection.Prepared("delete from settings where key = $key", transaction).Bind("$key", key).ExecuteNonQuery()
        : connection.Prepared(
            """
            insert into settings (key, value) values ($key, $value)
            on conflict (key) do update set value = excluded.value
            """, transaction).Bind("$key", key).Bind("$value", value).ExecuteNonQuery();
}
