using System.Text;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Finds terms in segments, in the session's transaction.</summary>
internal sealed class SegmentLookup(LibrarySession session, IReadOnlyList<StoredSegment> segments)
{
    /// <summary>Adds a term's list of every segment that holds it.</summary>
    public void Read(string term, QuestionLists lists)
    {
        var wanted = Encoding.UTF8.GetBytes(term);
        var select = session.Direct(PostingsIndex.SelectBlock);
        for (var segment = 0; segment < segments.Count; segment++)
        {
            if (segments[segment].Terms.BlockOf(wanted) is not { } place) continue;
            using var row = select.Row(place.Id);
            // Straight from SQLite's page into one buffer that is used again.
            var block = row.Bytes(0);
            if (PostingBlock.Find(block, wanted) is { } found) lists.Add(segment, found.Holders, block[found.List]);
        }
    }

    /// <summary>Rows of the segments that hold a term; long lists are not read.</summary>
    public long Holders(string term)
    {
        var holders = 0L;
        var wanted = Encoding.UTF8.GetBytes(term);
        var select = session.Direct("select holders, case when holders is null then data end from index_blocks where id = ?1");
        foreach (var segment in segments)
        {
            if (segment.Terms.BlockOf(wanted) is not { } place) continue;
            using var row = select.Row(place.Id);
            if (row.Number(0) is { } ofOne) holders += place.IsFirst ? ofOne : 0;
            else if (PostingBlock.Find(row.Bytes(1), wanted) is { } found) holders += found.Holders;
        }

        return holders;
    }
}
