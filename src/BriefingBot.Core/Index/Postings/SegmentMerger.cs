using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Writes segments anew as one, term by term in bounded memory, leaving out the rows of revisions that are gone.</summary>
internal sealed class SegmentMerger(LibrarySession session)
{
    private readonly PostingsIndex _index = new(session);

    /// <param name="kind">Which index.</param>
    /// <param name="segments">The segments to put together, in the order of their rows.</param>
    /// <param name="level">The level of the new one.</param>
    /// <param name="keep">Whether a revision's rows are kept.</param>
    public void Merge(IndexKind kind, IReadOnlyList<StoredSegment> segments, int level, Func<long, bool> keep)
    {
        var all = new RowsBuilder();
        var parts = segments.Select(segment => new TermCursor(_index.Blocks(segment.Terms), all.Append(segment.Rows, keep))).ToList();
        var rows = all.ToRows();
        if (rows.Count > 0)
        {
            var merged = new SegmentWriter(_index, kind, level);
            TermMerge.Visit(parts, merged.Add);
            merged.Finish(rows);
        }

        foreach (var segment in segments) _index.RemoveSegment(segment);
    }
}
