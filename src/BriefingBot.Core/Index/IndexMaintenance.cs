using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index;

/// <summary>Keeps the index small and fast: eight segments of a level become one, and segments that hold much of removed documents are written anew.</summary>
public sealed class IndexMaintenance
{
    /// <summary>Share of rows of removed documents above which a segment is written anew.</summary>
    private const double MostGone = 0.1;

    private readonly LibrarySession _session;
    private readonly PostingsIndex _postings;

    internal IndexMaintenance(LibrarySession session) => (_session, _postings) = (session, new PostingsIndex(session));

    /// <summary>Does what is due, one transaction each, off the request path: readers go on, other writers wait for one merge at most.</summary>
    public static void Run(LibraryFile file, CancellationToken cancellationToken = default)
    {
        while (file.Read(session => new IndexMaintenance(session).Due().Count > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Write(session => new IndexMaintenance(session).Step());
        }
    }

    /// <summary>Takes every row of removed documents out, wherever it lies.</summary>
    internal void EraseGone()
    {
        var state = IndexStates.Of(_session, _postings);
        foreach (var kind in Enum.GetValues<IndexKind>())
        {
            foreach (var segment in state.Of(kind).Segments.Where(segment => GoneRows(segment.Rows, state) > 0))
                Merge(kind, [segment], segment.Level, state);
            EraseFromTail(kind, state);
        }

        _postings.RaiseGeneration();
    }

    private void EraseFromTail(IndexKind kind, IndexState state)
    {
        foreach (var batch in state.Of(kind).Batches.Where(batch => GoneRows(batch.Batch.Rows, state) > 0))
        {
            var kept = new BatchMerge([batch.Batch], revision => !state.Gone.Contains(revision));
            _postings.RemoveBatches([batch.Id]);
            if (kept.Rows.Count > 0) _postings.AddBatch(kind, kept.Rows, kept.ToBytes());
        }
    }

    private void Step()
    {
        if (Due() is not [var (kind, segments, level), ..]) return;
        Merge(kind, segments, level, IndexStates.Of(_session, _postings));
        _postings.RaiseGeneration();
    }

    private void Merge(IndexKind kind, IReadOnlyList<StoredSegment> segments, int level, IndexState state) =>
        new SegmentMerger(_session).Merge(kind, segments, level, revision => !state.Gone.Contains(revision));

    private List<(IndexKind Kind, IReadOnlyList<StoredSegment> Segments, int Level)> Due()
    {
        var state = IndexStates.Of(_session, _postings);
        var due = new List<(IndexKind, IReadOnlyList<StoredSegment>, int)>();
        foreach (var kind in Enum.GetValues<IndexKind>())
        {
            var segments = state.Of(kind).Segments;
            due.AddRange(segments.GroupBy(segment => segment.Level).Where(level => level.Count() >= Tail.FanIn)
                .Select(level => (kind, (IReadOnlyList<StoredSegment>)[.. level.Take(Tail.FanIn)], level.Key + 1)));
            due.AddRange(segments.Where(segment => GoneRows(segment.Rows, state) > MostGone * segment.Rows.Count)
                .Select(segment => (kind, (IReadOnlyList<StoredSegment>)[segment], segment.Level)));
        }

        return due;
    }

    private static int GoneRows(SegmentRows rows, IndexState state)
    {
        if (state.Gone.Count == 0) return 0;
        var gone = 0;
        for (var i = 0; i < rows.Owners.Length; i++)
        {
            if (!state.Gone.Contains(rows.Owners[i])) continue;
            gone += (i + 1 < rows.OwnerStarts.Length ? rows.OwnerStarts[i + 1] : rows.Count) - rows.OwnerStarts[i];
        }

        return gone;
    }
}
