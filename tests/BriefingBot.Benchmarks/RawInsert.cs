using System.Diagnostics;
using BriefingBot.Benchmarks.Retrieval;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Benchmarks;

/// <summary>
/// The least that any search inside SQLite (https://sqlite.org/fts5.html) costs: a library's passages, already read and cut, inserted into plain FTS5
/// by one thread in transactions of 10,000. Our ingestion also reads, cleans, cuts, analyses, stores and finds copies.
/// </summary>
internal static class RawInsert
{
    private const int PassagesAtOnce = 10_000;

    /// <summary>Titles and texts as they stand, of passages alone: FTS5's own tokenizer finds the words.</summary>
    /// <returns>Seconds spent inserting and committing; reading the passages from the library is not counted.</returns>
    public static double OfText(LibraryFile library, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16000");
        Execute(connection, "create virtual table passages using fts5 (title, text)");
        var seconds = 0.0;
        var after = 0L;
        while (Read(library, after) is { Count: > 0 } rows)
        {
            after = rows[^1].Id;
            var start = Stopwatch.GetTimestamp();
            Insert(connection, rows);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return seconds;
    }

    /// <summary>What the baseline of <see cref="RetrievalRace"/> holds: the terms of our analyser, of passages and whole documents.</summary>
    /// <returns>Seconds spent inserting and committing; reading and analysing are not counted.</returns>
    public static double OfTerms(LibraryFile library, string path)
    {
        using var baseline = new FtsBaseline(path);
        foreach (var id in library.Read(session => new DocumentStore(session).List()).Select(document => document.Id))
        {
            var (revision, passages) = library.Read(session =>
            {
                var current = new DocumentStore(session).Find(id)!.Current;
                return (current, new PassageStore(session).ForRevision(current.Id));
            });
            baseline.Add(revision.Id, passages, IndexedTerms.Of(revision.Text, revision.Metadata, [.. passages.Select(passage => passage.Range)]));
        }

        baseline.Commit();
        return baseline.Inserting.TotalSeconds;
    }

    private static void Insert(SqliteConnection connection, List<Row> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into passages (rowid, title, text) values ($id, $title, $text)";
        foreach (var name in (string[])["$id", "$title", "$text"]) insert.Parameters.Add(new SqliteParameter(name, value: null));
        insert.Transaction = transaction;
        foreach (var row in rows)
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (row.Id, row.Title, row.Text);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static List<Row> Read(LibraryFile library, long after) => library.Read(session =>
    {
        var (passages, documents) = (new PassageStore(session), new DocumentStore(session));
        var rows = new List<Row>(PassagesAtOnce);
        Revision? revision = null;
        foreach (var passage in passages.Find([.. Enumerable.Range(1, PassagesAtOnce).Select(step => after + step)]).OrderBy(passage => passage.Id))
        {
            if (revision?.Id != passage.RevisionId) revision = documents.Revision(passage.RevisionId);
            rows.Add(new Row(passage.Id, revision.Metadata.Title, passage.Range.Of(revision.Text)));
        }

        return rows;
    });

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Row(long Id, string Title, string Text);
}
