using BriefingBot.Core.Libraries;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Core.Index.Postings;

/// <summary>One segment's postings of a term, copied out.</summary>
internal sealed record StoredPostings(string Term, long Segment, byte[] Data);

/// <summary>The tables of the index, read and written in the session's transaction.</summary>
internal sealed class PostingsIndex(LibrarySession session)
{
    public long Generation() => (long)session.Prepared("select generation from index_state").ExecuteScalar()!;

    public void RaiseGeneration() => Execute("update index_state set generation = generation + 1");

    public IReadOnlyList<(long Id, int Level)> Segments(IndexKind kind) => Pairs("select id, level from index_segments where kind = @kind order by first", kind);

    public IReadOnlyList<(long Id, int Count)> Batches(IndexKind kind) => Pairs("select id, count from index_tail where kind = @kind order by first", kind);

    public SegmentRows SegmentRows(long id)
    {
        var position = 0;
        return Postings.SegmentRows.FromBytes(Blob("select rows from index_segments where id = @id", id), ref position);
    }

    public byte[] Batch(long id) => Blob("select data from index_tail where id = @id", id);

    public IReadOnlySet<long> Hidden() => Revisions("select revision_id from index_hidden");

    public IReadOnlySet<long> Gone() => Revisions("select revision_id from index_hidden where gone");

    /// <summary>Hides every text of a document but the current one.</summary>
    public void HideSuperseded(string documentId) => Execute(
        """
        insert or ignore into index_hidden (revision_id, gone)
        select r.id, false from revisions r join documents d on d.id = r.document_id
        where r.document_id = @documentId and r.id <> d.current_revision_id
        """,
        new { documentId });

    /// <summary>Hides every text of a document that leaves the library.</summary>
    public void HideGone(string documentId) => Execute(
        "insert or replace into index_hidden (revision_id, gone) select id, true from revisions where document_id = @documentId",
        new { documentId });

    public void AddBatch(IndexKind kind, SegmentRows rows, byte[] data) => Execute(
        "insert into index_tail (kind, first, count, data) values (@kind, @first, @count, @data)",
        new { kind = (int)kind, first = rows.IdOf(0), count = rows.Count, data });

    public void RemoveBatches(IReadOnlyCollection<long> ids) => Execute("delete from index_tail where id in @ids", new { ids });

    public long AddSegment(IndexKind kind, int level, SegmentRows rows) => session.Connection.ExecuteScalar<long>(
        "insert into index_segments (kind, level, first, count, rows) values (@kind, @level, @first, @count, @data) returning id",
        new { kind = (int)kind, level, first = rows.IdOf(0), count = rows.Count, data = rows.ToBytes() },
        session.Transaction);

    public void RemoveSegments(IReadOnlyCollection<long> ids) => Execute("delete from index_segments where id in @ids", new { ids });

    public void AddPostings(IndexKind kind, string term, long segment, PostingListBuilder postings)
    {
        var command = session.Prepared("insert into index_postings (kind, term, segment, holders, data) values ($kind, $term, $segment, $holders, $data)");
        command.Bind("$kind", (long)kind).Bind("$term", term).Bind("$segment", segment)
            .Bind("$data", postings.Finish().ToArray()).Bind("$holders", (long)postings.Rows).ExecuteNonQuery();
    }

    /// <summary>Postings of the segments behind a term, in order of terms; a term's are never parted by the page's end.</summary>
    public IReadOnlyList<StoredPostings> PostingsAfter(IndexKind kind, string after, IReadOnlyCollection<long> segments, int page)
    {
        var rows = session.Connection.Query<StoredPostings>(
            """
            select term as Term, segment as Segment, data as Data from index_postings
            where kind = @kind and term > @after and segment in @segments order by term limit @limit
            """,
            new { kind = (int)kind, after, segments, limit = page + segments.Count },
            session.Transaction).AsList();
        if (rows.Count == page + segments.Count)
        {
            var last = rows[^1].Term;
            rows.RemoveAll(row => row.Term == last);
        }

        return rows;
    }

    /// <summary>Every list of a segment, read as they are asked for.</summary>
    public IEnumerable<StoredPostings> AllOf(IndexKind kind, long segment) => session.Connection.Query<StoredPostings>(
        "select term as Term, segment as Segment, data as Data from index_postings where kind = @kind and segment = @segment",
        new { kind = (int)kind, segment },
        session.Transaction,
        buffered: false);

    public void RemovePostings(IndexKind kind, string first, string last, IReadOnlyCollection<long> segments) => Execute(
        "delete from index_postings where kind = @kind and term >= @first and term <= @last and segment in @segments",
        new { kind = (int)kind, first, last, segments });

    /// <summary>Rows of the segments that hold a term; the lists themselves are not read.</summary>
    public long Holders(IndexKind kind, string term) =>
        (long)session.Prepared("select coalesce(sum(holders), 0) from index_postings where kind = $kind and term = $term").Bind("$kind", (long)kind).Bind("$term", term).ExecuteScalar()!;

    /// <summary>Reads a term's lists of every segment into the buffer.</summary>
    public void Read(IndexKind kind, string term, TermLists lists)
    {
        lists.Clear();
        var command = session.Prepared("select segment, holders, data from index_postings where kind = $kind and term = $term");
        command.Bind("$kind", (long)kind).Bind("$term", term);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            // Straight from SQLite's page into one buffer that is used again.
            lists.Add(reader.GetInt64(0), reader.GetInt64(1), raw.sqlite3_column_blob(reader.Handle!, 2));
        }
    }

    public void Clear()
    {
        foreach (var table in (string[])["index_postings", "index_segments", "index_tail", "index_hidden"])
        {
            Execute($"delete from {table}");
        }
    }

    private HashSet<long> Revisions(string sql) => session.Connection.Query<long>(sql, transaction: session.Transaction).ToHashSet();

    private IReadOnlyList<(long, int)> Pairs(string sql, IndexKind kind) =>
        [.. session.Connection.Query<(long, int)>(sql, new { kind = (int)kind }, session.Transaction)];

    private byte[] Blob(string sql, long id) => session.Connection.QuerySingle<byte[]>(sql, new { id }, session.Transaction);

    private void Execute(string sql, object? parameters = null) => session.Connection.Execute(sql, parameters, session.Transaction);
}
