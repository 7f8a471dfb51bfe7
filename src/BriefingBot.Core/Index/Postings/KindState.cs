namespace BriefingBot.Core.Index.Postings;

/// <summary>A segment whose postings stand in the file, in blocks; its rows, and where its terms stand, are kept in memory.</summary>
internal sealed record StoredSegment(long Id, int Level, SegmentRows Rows, SegmentTerms Terms);

/// <summary>A batch as it stands in the file.</summary>
internal sealed record StoredBatch(long Id, Batch Batch);

/// <summary>All of one index as a transaction sees it; never changed, so that readers share it.</summary>
internal sealed class KindState
{
    private readonly Dictionary<long, (int Offset, SegmentRows Rows)> _places;

    public KindState(IndexKind kind, IReadOnlyList<StoredSegment> segments, IReadOnlyList<StoredBatch> batches)
    {
        Kind = kind;
        Segments = segments;
        Batches = batches;
        _places = new Dictionary<long, (int, SegmentRows)>(segments.Count);
        long terms = 0;
        var longest = 0;
        foreach (var segment in segments)
        {
            _places.Add(segment.Id, (Rows, segment.Rows));
            Measure(segment.Rows, ref terms, ref longest);
        }

        TailOffset = Rows;
        foreach (var batch in batches)
        {
            Measure(batch.Batch.Rows, ref terms, ref longest);
        }

        Scoring = new Bm25(Rows, terms, longest);
    }

    public IndexKind Kind { get; }

    public IReadOnlyList<StoredSegment> Segments { get; }

    public IReadOnlyList<StoredBatch> Batches { get; }

    public int Rows { get; private set; }

    /// <summary>Where the rows of the batches begin, behind those of the segments.</summary>
    public int TailOffset { get; }

    public Bm25 Scoring { get; }

    /// <summary>Where a segment's rows begin among all rows.</summary>
    public int OffsetOf(long segment) => _places[segment].Offset;

    public SegmentRows RowsOf(long segment) => _places[segment].Rows;

    private void Measure(SegmentRows rows, ref long terms, ref int longest)
    {
        Rows += rows.Count;
        terms += rows.Terms;
        longest = Math.Max(longest, rows.Longest);
    }
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
