namespace BriefingBot.Core.Index.Postings;

/// <summary>A segment whose postings stand in the file, in blocks; its rows, and where its terms stand, are kept in memory.</summary>
internal sealed record StoredSegment(long Id, int Level, SegmentRows Rows, SegmentTerms Terms);

/// <summary>A batch as it stands in the file.</summary>
internal sealed record StoredBatch(long Id, Batch Batch);

/// <summary>All of one index as a transaction sees it; never changed, so that readers share it.</summary>
internal sealed class KindState
{
    public KindState(IReadOnlyList<StoredSegment> segments, IReadOnlyList<StoredBatch> batches)
    {
        (Segments, Batches) = (segments, batches);
        Parts = [.. segments.Select(segment => segment.Rows), .. batches.Select(batch => batch.Batch.Rows)];
        Rows = Parts.Sum(part => part.Count);
        Scoring = new Bm25(Rows, Parts.Sum(part => part.Terms), Parts.Select(part => part.Longest).DefaultIfEmpty().Max());
    }

    public IReadOnlyList<StoredSegment> Segments { get; }

    public IReadOnlyList<StoredBatch> Batches { get; }

    /// <summary>The rows of each segment, then those of each batch.</summary>
    public IReadOnlyList<SegmentRows> Parts { get; }

    /// <summary>Rows of all parts.</summary>
    public int Rows { get; }

    public Bm25 Scoring { get; }
}

/// <summary>Both indexes at one generation of the file.</summary>
/// <param name="Generation">Raised by every transaction that changes the index.</param>
/// <param name="Passages">The passages.</param>
/// <param name="Documents">The whole documents.</param>
/// <param name="Hidden">Revisions that are indexed but not current: superseded, or of a removed document.</param>
/// <param name="Gone">Those of them whose document was removed.</param>
internal sealed record IndexState(long Generation, KindState Passages, KindState Documents, IReadOnlySet<long> Hidden, IReadOnlySet<long> Gone)
{
    public KindState Of(IndexKind kind) => kind == IndexKind.Passages ? Passages : Documents;
}
