using System.Buffers;
using BriefingBot.Core.Libraries;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The tables of the index, read and written in the session's transaction.</summary>
internal sealed class PostingsIndex(LibrarySession session)
{
    /// <summary>A block by its id.</summary>
    public const string SelectBlock = "select data from index_blocks where id = ?1";

    public long Generation() => (long)session.Prepared("select generation from index_state").ExecuteScalar()!;

    public void RaiseGeneration() => Execute("update index_state set generation = generation + 1");

    public IReadOnlyList<SegmentSize> Segments(IndexKind kind) => Parts<SegmentSize>("select id, level, count from index_segments where kind = @kind order by first", kind);

    public IReadOnlyList<(long Id, int Count)> Batches(IndexKind kind) => Parts<(long, int)>("select id, count from index_tail where kind = @kind order by first", kind);

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

    public void AddBatch(IndexKind kind, SegmentRows rows, ReadOnlyMemory<byte> data) =>
        session.Direct("insert into index_tail (kind, first, count, data) values (?1, ?2, ?3, ?4)").Store(data.Span, (int)kind, rows.IdOf(0), rows.Count);

    public void RemoveBatches(IReadOnlyCollection<long> ids) => Execute("delete from index_tail where id in @ids", new { ids });

    public StoredSegment Segment(long id, int level)
    {
        using var row = session.Prepared("select rows, first_block, terms from index_segments where id = $id").Bind("$id", id).ExecuteReader();
        if (!row.Read()) throw new InvalidDataException($"Segment {id} of the index is missing.");
        var position = 0;
        return new StoredSegment(id, level, Postings.SegmentRows.FromBytes(row.GetFieldValue<byte[]>(0), ref position), SegmentTerms.FromBytes(row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
    }

    /// <param name="kind">Which index.</param>
    /// <param name="level">How often its rows were put together.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="firstBlock">Id of its first block.</param>
    /// <param name="terms">Of <see cref="SegmentTermsBuilder.ToBytes"/>.</param>
    public void AddSegment(IndexKind kind, int level, SegmentRows rows, long firstBlock, byte[] terms) => Execute(
        "insert into index_segments (kind, level, first, count, rows, first_block, terms) values (@kind, @level, @first, @count, @data, @firstBlock, @terms)",
        new { kind = (int)kind, level, first = rows.IdOf(0), count = rows.Count, data = rows.ToBytes(), firstBlock, terms });

    public void RemoveSegment(StoredSegment segment)
    {
        Execute("delete from index_segments where id = @Id", new { segment.Id });
        Execute("delete from index_blocks where id >= @FirstBlock and id < @FirstBlock + @Blocks", new { segment.Terms.FirstBlock, segment.Terms.Blocks });
    }

    /// <summary>The id from which all are free.</summary>
    public long FreeBlock() => (long)session.Prepared("select coalesce(max(id), 0) + 1 from index_blocks").ExecuteScalar()!;

    /// <param name="id">Free.</param>
    /// <param name="holders">Rows that hold its one term; null where it is of several.</param>
    /// <param name="block">A <see cref="PostingBlock"/>.</param>
    public void AddBlock(long id, int? holders, ReadOnlySpan<byte> block) =>
        session.Direct("insert into index_blocks (id, holders, data) values (?1, ?2, ?3)").Store(block, id, holders);

    /// <summary>The blocks of a segment in order, read as they are asked for, each into the place of the one before.</summary>
    /// <exception cref="InvalidDataException">One is missing.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Blocks(SegmentTerms terms)
    {
        // Made anew, the long lists of common words would be large objects, which are collected last.
        var block = new ArrayBufferWriter<byte>(SegmentWriter.BlockBytes);
        var select = session.Direct(SelectBlock);
        for (var id = terms.FirstBlock; id < terms.FirstBlock + terms.Blocks; id++)
        {
            Read(select, id, block);
            yield return block.WrittenMemory;
        }
    }

    public void Clear()
    {
        foreach (var table in (string[])["index_blocks", "index_segments", "index_tail", "index_hidden"])
        {
            Execute($"delete from {table}");
        }
    }

    // Apart, since a row that is read where it stands cannot outlast a yield.
    private static void Read(DirectStatement select, long id, ArrayBufferWriter<byte> block)
    {
        using var row = select.Row(id);
        if (!row.Exists) throw new InvalidDataException($"Block {id} of the index is missing.");
        block.ResetWrittenCount();
        block.Write(row.Bytes(0));
    }

    private HashSet<long> Revisions(string sql) => session.Connection.Query<long>(sql, transaction: session.Transaction).ToHashSet();

    private IReadOnlyList<T> Parts<T>(string sql, IndexKind kind) => [.. session.Connection.Query<T>(sql, new { kind = (int)kind }, session.Transaction)];

    private byte[] Blob(string sql, long id) => session.Connection.QuerySingle<byte[]>(sql, new { id }, session.Transaction);

    private void Execute(string sql, object? parameters = null) => session.Connection.Execute(sql, parameters, session.Transaction);
}
