using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Several batches as one.</summary>
internal sealed class BatchMerge
{
    private readonly List<(ReadOnlyMemory<byte> Block, int[] Moved)> _parts = [];

    /// <param name="blobs">Of <see cref="BatchBlob"/>, in the order of their rows.</param>
    /// <param name="keep">Whether the rows of a revision are kept; null where all are.</param>
    public BatchMerge(IEnumerable<ReadOnlyMemory<byte>> blobs, Func<long, bool>? keep = null)
    {
        var all = new RowsBuilder();
        foreach (var blob in blobs)
        {
            var (rows, block) = BatchBlob.Read(blob.Span);
            _parts.Add((blob[block..], all.Append(rows, keep)));
        }

        Rows = all.ToRows();
    }

    public SegmentRows Rows { get; }

    /// <inheritdoc cref="TermMerge.Visit"/>
    public void Visit(TermVisitor visit) => TermMerge.Visit([.. _parts.Select(part => new TermCursor([part.Block], part.Moved))], visit);

    /// <summary>Of <see cref="BatchBlob"/>.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>();
        BatchBlob.Write(bytes, Rows, Visit);
        return bytes.WrittenMemory;
    }
}
