using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Core.Libraries;

/// <summary>SQLite's online backup a piece at a time, so that it can be shown and stopped (https://www.sqlite.org/c3ref/backup_finish.html).</summary>
internal static class DatabaseCopy
{
    private const int PagesAtOnce = 500;
    private const string Main = "main";

    /// <summary>The source holds its snapshot, so what others write meanwhile does not start the copy anew.</summary>
    public static void Run(SqliteConnection source, SqliteConnection copy, Action<CopyProgress>? copied, CancellationToken cancellationToken)
    {
        var pageSize = PageSize(source);
        using var backup = raw.sqlite3_backup_init(copy.Handle, Main, source.Handle, Main);
        if (backup.IsInvalid) throw Fault(copy, raw.sqlite3_errcode(copy.Handle));
        int result;
        while ((result = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
        {
            var pages = raw.sqlite3_backup_pagecount(backup);
            copied?.Invoke(new CopyProgress((pages - raw.sqlite3_backup_remaining(backup)) * pageSize, pages * pageSize));
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (result != raw.SQLITE_DONE) throw Fault(copy, result);
    }

    private static SqliteException Fault(SqliteConnection copy, int code) => new(raw.sqlite3_errstr(code).utf8_to_string(), code, raw.sqlite3_extended_errcode(copy.Handle));

    private static long PageSize(SqliteConnection source)
    {
        using var command = source.CreateCommand();
        command.CommandText = "pragma page_size";
        return (long)command.ExecuteScalar()!;
    }
}
