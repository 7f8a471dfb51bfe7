using System.Diagnostics;
using System.Text;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Benchmarks.Retrieval;

/// <summary>
/// Plain FTS5 over the same terms, with the same columns and weights: contentless tables, bm25(2, 1), ranked by SQLite
/// (https://sqlite.org/fts5.html). The memory its inserts gather in is raised to 64 MB, which favours it.
/// </summary>
internal sealed class FtsBaseline : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _addPassage;
    private readonly SqliteCommand _addDocument;
    private readonly SqliteCommand _passages;
    private readonly SqliteCommand _documents;
    private readonly List<(SqliteCommand Insert, long Id, string Title, string Text)> _pending = [];
    private int _passagesPending;

    public FtsBaseline(string path)
    {
        Path = path;
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16000");
        foreach (var table in (string[])["passages", "documents"])
        {
            Execute($"""create virtual table if not exists {table} using fts5 (title, text, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'")""");
            Execute($"insert into {table} ({table}, rank) values ('rank', 'bm25(2.0, 1.0)'); insert into {table} ({table}, rank) values ('hashsize', 67108864)");
        }

        (_addPassage, _addDocument) = (Insert("passages"), Insert("documents"));
        (_passages, _documents) = (Ranked("passages"), Ranked("documents"));
    }

    public string Path { get; }

    /// <summary>Time spent inserting and committing; putting the terms of a text into one string is not counted.</summary>
    public TimeSpan Inserting { get; private set; }

    /// <summary>Rows are inserted 10,000 passages at a time, by a processor that does nothing else between them.</summary>
    public void Add(long revision, IReadOnlyList<Passage> passages, IndexedTerms terms)
    {
        var title = Join(terms, terms.Title);
        _pending.Add((_addDocument, revision, title, Join(terms, terms.Text)));
        for (var i = 0; i < passages.Count; i++)
            _pending.Add((_addPassage, passages[i].Id, title, Join(terms, terms.OfPassage(i))));
        if ((_passagesPending += passages.Count) >= 10_000)
            Commit();
    }

    public void Commit()
    {
        var start = Stopwatch.GetTimestamp();
        using (var transaction = _connection.BeginTransaction())
        {
            foreach (var (insert, id, title, text) in _pending)
            {
                insert.Transaction = transaction;
                (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (id, title, text);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Inserting += Stopwatch.GetElapsedTime(start);
        _pending.Clear();
        _passagesPending = 0;
    }

    public IReadOnlyList<IndexHit> Passages(IReadOnlyList<QueryTerm> terms) => Search(_passages, terms);

    public IReadOnlyList<IndexHit> Documents(IReadOnlyList<QueryTerm> terms) => Search(_documents, terms);

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_addPassage, _addDocument, _passages, _documents])
            command.Dispose();
        _connection.Dispose();
    }

    private static List<IndexHit> Search(SqliteCommand command, IReadOnlyList<QueryTerm> terms)
    {
        command.Parameters[0].Value = string.Join(" OR ", terms.Select(term => $"\"{term.Value}\""));
        using var row = command.ExecuteReader();
        var hits = new List<IndexHit>();
        while (row.Read())
            hits.Add(new IndexHit(row.GetInt64(0), -row.GetDouble(1)));
        return hits;
    }

    private static string Join(IndexedTerms terms, ReadOnlySpan<int> numbers)
    {
        var joined = new StringBuilder();
        foreach (var number in numbers)
            joined.Append(terms.Distinct[number]).Append(' ');
        return joined.ToString();
    }

    private SqliteCommand Insert(string table) => Command($"insert into {table} (rowid, title, text) values ($id, $title, $text)", "$id", "$title", "$text");

    private SqliteCommand Ranked(string table) => Command($"select rowid, rank from {table} where {table} match $match order by rank limit {RetrievalBenchmark.Top}", "$match");

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter(parameter, value: null));
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
