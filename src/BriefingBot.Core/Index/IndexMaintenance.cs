using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index;

/// <summary>Keeps the index small and fast: eight segments of a level become one, and segments that hold much of removed documents are written anew.</summary>
/// <remarks>It reads the rows of the segments it looks at and nothing else: the whole state of an index would be most of the memory of adding documents.</remarks>
public sealed class IndexMaintenance
{
    /// <summary>Share of rows of removed documents above which a segment is written anew.</summary>
    private const double MostGone = 0.1;

    private readonly LibrarySession _session;
    private readonly PostingsIndex _postings;
    private readonly IReadOnlySet<long> _gone;

    internal IndexMaintenance(LibrarySession session)
    {
        (_session, _postings) = (session, new PostingsIndex(session));
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

        MergeSegments(file, cancellationToken);
    }

    /// <summary>As <see cref="Run"/>, and leaves what is young to grow: for somebody who is adding many documents, and runs all of it at the end.</summary>
    public static void MergeSegments(LibraryFile file, CancellationToken cancellationToken = default)
    {
        while (file.Read(session => new IndexMaintenance(session).Due().Any()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Write(session => new IndexMaintenance(session).Step());
        }
    }

    /// <summary>Takes every row of removed documents out, wherever it lies.</summary>
    internal void EraseGone()
    {
        foreach (var kind in Enum.GetValues<IndexKind>())
        {
            foreach (var (id, level) in _postings.Segments(kind).Where(segment => GoneRows(_postings.SegmentRows(segment.Id)) > 0))
                Merge(kind, [id], level);
            EraseFromTail(kind);
        }

        _postings.RaiseGeneration();
    }

    private void EraseFromTail(IndexKind kind)
    {
        foreach (var (id, _) in _postings.Batches(kind))
        {
            var batch = _postings.Batch(id);
            if (GoneRows(BatchBlob.Rows(batch)) == 0) continue;
            var kept = new BatchMerge([batch], revision => !_gone.Contains(revision));
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
            foreach (var level in segments.GroupBy(segment => segment.Level).Where(level => level.Count() >= Tail.FanIn))
                yield return (kind, [.. level.Take(Tail.FanIn).Select(segment => segment.Id)], level.Key + 1);
            if (_gone.Count == 0) continue;
            foreach (var (id, level) in segments)
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
