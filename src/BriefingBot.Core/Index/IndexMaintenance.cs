using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index;

/// <summary>Keeps the index small and fast: segments are put together (<see cref="MergePolicy"/>), and those that hold much of removed documents are written anew.</summary>
/// <remarks>It reads the rows of the segments it looks at and nothing else: the whole state of an index would be most of the memory of adding documents.</remarks>
public sealed class IndexMaintenance
{
    /// <summary>Share of rows of removed documents above which a segment is written anew.</summary>
    private const double MostGone = 0.1;

    /// <summary>Young neighbours of which one segment is made: of two already where nothing else is being done, of many where much is being added.</summary>
    private const int YoungWhenIdle = 2, YoungWhenBusy = 8;

    private readonly LibrarySession _session;
    private readonly PostingsIndex _postings;
    private readonly int _young;
    private readonly IReadOnlySet<long> _gone;

    internal IndexMaintenance(LibrarySession session, int young = YoungWhenIdle)
    {
        (_session, _postings, _young) = (session, new PostingsIndex(session), young);
        _gone = _postings.Gone();
    }

    /// <summary>Does what is due, one transaction each, off the request path: readers go on, other writers wait for one merge at most.</summary>
    public static void Run(LibraryFile file, CancellationToken cancellationToken = default)
    {
        foreach (var kind in Enum.GetValues<IndexKind>().Where(kind => file.Read(session => new Tail(session).IsDue(kind))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Write(session => new IndexMaintenance(session).SettleTail(kind));
        }

        MergeSegments(file, YoungWhenIdle, cancellationToken);
    }

    /// <summary>As <see cref="Run"/>, and leaves what is young to grow: for somebody who is adding many documents, and runs all of it at the end.</summary>
    public static void MergeSegments(LibraryFile file, CancellationToken cancellationToken = default) => MergeSegments(file, YoungWhenBusy, cancellationToken);

    /// <summary>Takes every row of removed documents out, wherever it lies.</summary>
    internal void EraseGone()
    {
        foreach (var kind in Enum.GetValues<IndexKind>())
        {
            foreach (var (id, level, _) in _postings.Segments(kind).Where(segment => GoneRows(_postings.SegmentRows(segment.Id)) > 0))
                Merge(kind, [id], level);
            EraseFromTail(kind);
        }

        _postings.RaiseGeneration();
    }

    private static void MergeSegments(LibraryFile file, int young, CancellationToken cancellationToken)
    {
        while (file.Read(session => new IndexMaintenance(session, young).Due().Any()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Write(session => new IndexMaintenance(session, young).Step());
        }
    }

    private void EraseFromTail(IndexKind kind)
    {
        foreach (var (id, _) in _postings.Batches(kind))
        {
            var batch = _postings.Batch(id);
            if (GoneRows(BatchBlob.Read(batch).Rows) == 0) continue;
            var kept = new BatchMerge([(ReadOnlyMemory<byte>)batch], revision => !_gone.Contains(revision));
            _postings.RemoveBatches([id]);
            if (kept.Rows.Count > 0) _postings.AddBatch(kind, kept.Rows, kept.ToBytes());
        }
    }

    private void SettleTail(IndexKind kind)
    {
        new Tail(_session).Settle(kind);
        _postings.RaiseGeneration();
    }

    private void Step()
    {
        if (Due().Take(1).ToList() is not [var (kind, segments, level)]) return;
        Merge(kind, segments, level);
        _postings.RaiseGeneration();
    }

    private void Merge(IndexKind kind, IReadOnlyList<long> segments, int level) =>
        new SegmentMerger(_session).Merge(kind, [.. segments.Select(id => _postings.Segment(id, level))], level, revision => !_gone.Contains(revision));

    /// <summary>What to put together, and the level of what comes of it.</summary>
    private IEnumerable<(IndexKind Kind, IReadOnlyList<long> Segments, int Level)> Due()
    {
        foreach (var kind in Enum.GetValues<IndexKind>())
        {
            var segments = _postings.Segments(kind);
            if (new MergePolicy(Tail.FullSegment(kind), _young).Next(segments) is var (together, next)) yield return (kind, together, next);
            if (_gone.Count == 0) continue;
            foreach (var (id, level, _) in segments)
            {
                var rows = _postings.SegmentRows(id);
                if (GoneRows(rows) > MostGone * rows.Count) yield return (kind, [id], level);
            }
        }
    }

    private int GoneRows(SegmentRows rows)
    {
        if (_gone.Count == 0) return 0;
        var gone = 0;
        for (var i = 0; i < rows.Owners.Length; i++)
        {
            if (!_gone.Contains(rows.Owners[i])) continue;
            gone += (i + 1 < rows.OwnerStarts.Length ? rows.OwnerStarts[i + 1] : rows.Count) - rows.OwnerStarts[i];
        }

        return gone;
    }
}
