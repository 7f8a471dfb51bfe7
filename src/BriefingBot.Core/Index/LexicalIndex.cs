using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Index;

/// <summary>
/// BM25 over the passages and over the whole texts of a library, on terms of our own analyser. What lies inside (FTS5, contentless tables)
/// is known to this class and its migration alone; a later inside replaces it behind the same members.
/// </summary>
/// <remarks>
/// BM25 with k1 = 1.2 and b = 0.75 (https://www.sqlite.org/fts5.html#the_bm25_function), a term in the title counting twice. Rows of superseded
/// revisions stay and are filtered at query time, so that <see cref="IndexScope.AsOf"/> can find them; they count in the frequencies.
/// Removed rows leave the frequencies at once, but FTS5 counts them on in the number and the mean length of rows until a rebuild: after removing
/// a tenth of a library every score is some percent higher than it should be, by nearly the same for all.
/// </remarks>
public sealed class LexicalIndex(LibrarySession session)
{
    /// <summary>Raised when the same terms are laid out in another way, so that old indexes are built again.</summary>
    private const int Layout = 1;

    private const string LivePassages =
        "select p.id from passages p join revisions r on r.id = p.revision_id join documents d on d.id = r.document_id where d.removed_utc is null";

    private const string LiveTexts = "select r.id from revisions r join documents d on d.id = r.document_id where d.removed_utc is null";

    /// <summary>Indexes a revision: its passages (title as a field with weight 2) and the whole text. Written in the caller's transaction.</summary>
    public void Add(Revision revision, IReadOnlyList<Passage> passages) =>
        Add(revision, passages, IndexedTerms.Of(revision.Text, revision.Metadata, [.. passages.Select(p => p.Range)]));

    /// <summary>Indexes a revision whose terms were made beforehand, from the same text, metadata and ranges.</summary>
    /// <exception cref="InvalidOperationException">The index was made by another analyser: <see cref="EnsureCurrent"/> comes first.</exception>
    public void Add(Revision revision, IReadOnlyList<Passage> passages, IndexedTerms terms)
    {
        if (terms.Passages.Count != passages.Count) throw new ArgumentException("The terms were made for other passages.", nameof(terms));
        Claim();
        session.Prepared("insert into document_terms (rowid, title, text) values ($id, $title, $text)")
            .Bind("$id", revision.Id).Bind("$title", terms.Title).Bind("$text", terms.Text).ExecuteNonQuery();
        var insert = session.Prepared("insert into passage_terms (rowid, title, text) values ($id, $title, $text)").Bind("$title", terms.Title);
        for (var i = 0; i < passages.Count; i++)
            insert.Bind("$id", passages[i].Id).Bind("$text", terms.Passages[i]).ExecuteNonQuery();
    }

    /// <summary>Takes every revision of a document out.</summary>
    public void Remove(string documentId)
    {
        session.Prepared("delete from passage_terms where rowid in (select p.id from passages p join revisions r on r.id = p.revision_id where r.document_id = $id)")
            .Bind("$id", documentId).ExecuteNonQuery();
        session.Prepared("delete from document_terms where rowid in (select id from revisions where document_id = $id)")
            .Bind("$id", documentId).ExecuteNonQuery();
    }

    /// <summary>The best passages, best first; of equal score the older first.</summary>
    /// <param name="terms">Terms that stand several times add their weights.</param>
    /// <param name="scope">Which revisions may be found.</param>
    /// <param name="top">At most so many.</param>
    public IReadOnlyList<IndexHit> Passages(IReadOnlyList<QueryTerm> terms, IndexScope scope, int top) =>
        Search("passage_terms", "passages p on p.id = f.rowid cross join revisions r on r.id = p.revision_id cross join documents d on d.id = r.document_id", terms, scope, top);

    /// <summary>The best whole texts, best first; the ids are those of revisions.</summary>
    public IReadOnlyList<IndexHit> Documents(IReadOnlyList<QueryTerm> terms, IndexScope scope, int top) =>
        Search("document_terms", "revisions r on r.id = f.rowid cross join documents d on d.id = r.document_id", terms, scope, top);

    /// <summary>Number of passages holding each term (title or text); 0 where unseen. Counted like <see cref="PassageCount"/>.</summary>
    public IReadOnlyDictionary<string, long> DocumentFrequencies(IReadOnlyCollection<string> terms)
    {
        var frequencies = new Dictionary<string, long>(StringComparer.Ordinal);
        var count = session.Prepared("select doc from passage_vocabulary where term = $term");
        foreach (var term in terms)
        {
            if (!frequencies.ContainsKey(term)) frequencies[term] = count.Bind("$term", term).ExecuteScalar() as long? ?? 0;
        }

        return frequencies;
    }

    /// <summary>Number of passages in the index, those of superseded revisions included.</summary>
    public long PassageCount() => (long)session.Prepared("select count(*) from passage_terms").ExecuteScalar()!;

    /// <summary>How many documents in the library have no published day, in the revision that stands for them in this scope.</summary>
    public int UndatedDocuments(IndexScope? scope = null)
    {
        scope ??= new IndexScope();
        var command = session.Prepared("select count(*) from documents d join revisions r on r.document_id = d.id where " + ScopeFilter.SqlUndated(scope));
        ScopeFilter.Bind(command, scope with { From = null, To = null });
        return (int)(long)command.ExecuteScalar()!;
    }

    /// <summary>Version of the analyser that made the index; null while it is empty.</summary>
    public int? StoredAnalyserVersion() => State().Analyser;

    /// <summary>Whether the index was made by this program's analyser and layout, or there is nothing to index.</summary>
    public bool IsCurrent() => State() is var (analyser, layout)
        && (analyser is null ? Number($"select exists ({LiveTexts})") == 0 : analyser == Analyser.Version && layout == Layout);

    /// <summary>Builds the index again, in one change, where another analyser made it. True where that was needed.</summary>
    /// <param name="file">The library.</param>
    /// <param name="progress">Number of revisions done.</param>
    public static bool EnsureCurrent(LibraryFile file, IProgress<int>? progress = null)
    {
        if (file.Read(session => new LexicalIndex(session).IsCurrent())) return false;
        return file.Write(session =>
        {
            var index = new LexicalIndex(session);
            if (index.IsCurrent()) return false;
            index.Rebuild(progress);
            return true;
        });
    }

    /// <summary>Empties the index and fills it from the revisions and passages, in the caller's transaction.</summary>
    /// <param name="progress">Number of revisions done.</param>
    public void Rebuild(IProgress<int>? progress)
    {
        session.Prepared("insert into passage_terms (passage_terms) values ('delete-all')").ExecuteNonQuery();
        session.Prepared("insert into document_terms (document_terms) values ('delete-all')").ExecuteNonQuery();
        session.Prepared("update index_state set analyser_version = null, layout_version = null where id = 1").ExecuteNonQuery();
        var (documents, passages) = (new DocumentStore(session), new PassageStore(session));
        var done = 0;
        foreach (var revision in Expected())
        {
            Add(documents.Revision(revision), passages.ForRevision(revision));
            progress?.Report(++done);
        }
    }

    /// <summary>Compares the index with the stored passages and texts; <see cref="Rebuild"/> mends what it finds.</summary>
    /// <exception cref="LibraryException">The index cannot even be read.</exception>
    public IndexCheck Check()
    {
        var (passages, texts) = (Compare("passage_terms", LivePassages), Compare("document_terms", LiveTexts));
        return new IndexCheck(Number($"select count(*) from ({LivePassages})"), passages.Missing + texts.Missing, passages.Extra + texts.Extra, Damage(), IsCurrent());
    }

    private (long Missing, long Extra) Compare(string table, string live) => (
        Number($"select count(*) from ({live} except select rowid from {table})"),
        Number($"select count(*) from (select rowid from {table} except {live})"));

    private string? Damage()
    {
        foreach (var table in (string[])["passage_terms", "document_terms"])
        {
            if (session.Prepared($"pragma integrity_check({table})").ExecuteScalar() is string verdict and not "ok") return verdict;
        }

        return null;
    }

    private long Number(string sql) => (long)session.Prepared(sql).ExecuteScalar()!;

    private List<long> Expected()
    {
        using var row = session.Prepared(LiveTexts + " order by r.id").ExecuteReader();
        var ids = new List<long>();
        while (row.Read()) ids.Add(row.GetInt64(0));
        return ids;
    }

    private (int? Analyser, int? Layout) State()
    {
        using var row = session.Prepared("select analyser_version, layout_version from index_state where id = 1").ExecuteReader();
        row.Read();
        return (row.IsDBNull(0) ? null : row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt32(1));
    }

    private void Claim()
    {
        var (analyser, layout) = State();
        if (analyser == Analyser.Version && layout == Layout) return;
        if (analyser is not null)
            throw new InvalidOperationException($"The index of library \"{session.File.Name}\" was made by analyser {analyser}, this is {Analyser.Version}: build it again first.");
        session.Prepared("update index_state set analyser_version = $analyser, layout_version = $layout where id = 1")
            .Bind("$analyser", Analyser.Version).Bind("$layout", Layout).ExecuteNonQuery();
    }

    private List<IndexHit> Search(string table, string join, IReadOnlyList<QueryTerm> terms, IndexScope scope, int top)
    {
        var queries = IndexQuery.Of(terms);
        if (queries.Count == 0 || top <= 0) return [];
        var single = queries is [{ Factor: 1 }];
        var command = session.Prepared(single ? Ranked(table, join, scope) : Summed(table, join, scope, queries.Count));
        for (var i = 0; i < queries.Count; i++)
        {
            command.Bind($"$match{i}", queries[i].Match);
            if (!single) command.Bind($"$factor{i}", queries[i].Factor);
        }

        ScopeFilter.Bind(command, scope);
        using var row = command.Bind("$top", top).ExecuteReader();
        var hits = new List<IndexHit>(Math.Min(top, 1000));
        while (row.Read()) hits.Add(new IndexHit(row.GetInt64(0), row.GetDouble(1)));
        return hits;
    }

    // FTS5 hands its rows over in the order of rank, so the joins stop with the last row wanted; "cross join" keeps it the outer loop.
    private static string Ranked(string table, string join, IndexScope scope) =>
        $"""
        select f.rowid, -f.rank from {table} f cross join {join}
        where f.{table} match $match0 and {ScopeFilter.Sql(scope)} order by f.rank limit $top
        """;

    private static string Summed(string table, string join, IndexScope scope, int queries) =>
        $"""
        with part as materialized ({string.Join(" union all ", Enumerable.Range(0, queries).Select(i => $"select rowid id, -rank * $factor{i} score from {table} where {table} match $match{i}"))}),
             f as materialized (select id as rowid, sum(score) score from part group by id)
        select f.rowid, f.score from f cross join {join}
        where {ScopeFilter.Sql(scope)} order by f.score desc, f.rowid limit $top
        """;
}
