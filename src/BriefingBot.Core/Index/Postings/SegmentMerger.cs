using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Writes segments anew as one, term by term in bounded memory, leaving out the rows of revisions that are gone.</summary>
internal sealed class SegmentMerger(LibrarySession session)
{
    private const int Page = 2_000;

    private readonly PostingsIndex _index = new(session);
    private readonly PostingListBuilder _merged = new();

    /// <param name="kind">Which index.</param>
    /// <param name="segments">The segments to put together, in the order of their rows.</param>
    /// <param name="level">The level of the new one.</param>
    /// <param name="keep">Whether a revision's rows are kept.</param>
    public void Merge(IndexKind kind, IReadOnlyList<StoredSegment> segments, int level, Func<long, bool> keep)
    {
        var moved = new Dictionary<long, int[]>();
        var rows = Rows(segments, keep, moved);
        var ids = segments.Select(segment => segment.Id).ToList();
        long? target = rows.Count == 0 ? null : _index.AddSegment(kind, level, rows);
        var after = "";
        while (_index.PostingsAfter(kind, after, ids, Page) is { Count: > 0 } page)
        {
            after = page[^1].Term;
            _index.RemovePostings(kind, page[0].Term, after, ids);
            foreach (var term in page.GroupBy(row => row.Term, StringComparer.Ordinal))
            {
                Write(kind, term.Key, target, term.OrderBy(row => ids.IndexOf(row.Segment)), moved);
            }
        }

        _index.RemoveSegments(ids);
    }

    private static SegmentRows Rows(IReadOnlyList<StoredSegment> segments, Func<long, bool> keep, Dictionary<long, int[]> moved)
    {
        var rows = new RowsBuilder();
        foreach (var segment in segments)
        {
            moved.Add(segment.Id, rows.Append(segment.Rows, keep));
        }

        return rows.ToRows();
    }

    private void Write(IndexKind kind, string term, long? target, IEnumerable<StoredPostings> lists, Dictionary<long, int[]> moved)
    {
        _merged.Clear();
        foreach (var list in lists)
        {
            var places = moved[list.Segment];
            var reader = new PostingReader(list.Data);
            while (reader.Next())
            {
                if (places[reader.Ordinal] >= 0)
                {
                    _merged.Add(places[reader.Ordinal], reader.Frequency);
                }
            }
        }

        if (_merged.Rows > 0)
        {
            _index.AddPostings(kind, term, target!.Value, _merged);
        }
    }
}
