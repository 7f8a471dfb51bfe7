namespace BriefingBot.Core.Index.Postings;

/// <summary>Several batches as one.</summary>
internal sealed class BatchMerge
{
    private readonly List<TermCursor> _parts = [];

    /// <param name="blobs">Of <see cref="BatchBlob"/>, in the order of their rows.</param>
    /// <param name="keep">Whether the rows of a revision are kept; null where all are.</param>
    public BatchMerge(IEnumerable<byte[]> blobs, Func<long, bool>? keep = null)
    {
        var all = new RowsBuilder();
        foreach (var blob in blobs)
        {
            var (rows, _, block) = BatchBlob.Read(blob);
            _parts.Add(new TermCursor([blob.AsMemory(block)], all.Append(rows, keep)));
        }

        Rows = all.ToRows();
    }

    public SegmentRows Rows { get; }

    /// <inheritdoc cref="TermMerge.Visit"/>
    public void Visit(TermVisitor visit) => TermMerge.Visit(_parts, visit);

    public byte[] ToBytes() => BatchBlob.Write(Rows, Visit);
}
