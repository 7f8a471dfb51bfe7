using System.Text;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Finds terms in segments, in the session's transaction.</summary>
internal sealed class SegmentLookup(LibrarySession session, IReadOnlyList<StoredSegment> segments)
{
    /// <summary>Blocks read by one statement: the call costs more than the block.</summary>
    private const int AtOnce = 8;

    private static readonly string[] Names = [.. Enumerable.Range(0, AtOnce).Select(i => $"$b{i}")];

    private static readonly string SelectLists = $"select id, data from index_blocks where id in ({string.Join(", ", Names)})";

    private static readonly string SelectHolders = $"select id, case when holders is null then data end, holders from index_blocks where id in ({string.Join(", ", Names)})";

    private readonly List<(BlockPlace Block, long Segment)> _places = [];

    /// <summary>Reads a term's lists of every segment into the buffer.</summary>
    public void Read(string term, TermLists lists)
    {
        lists.Clear();
        var wanted = Place(term);
        for (var from = 0; from < _places.Count; from += AtOnce)
        {
            using var row = Bound(SelectLists, from).ExecuteReader();
            while (row.Read())
            {
                // Straight from SQLite's page into one buffer that is used again.
                var block = raw.sqlite3_column_blob(row.Handle!, 1);
                if (PostingBlock.Find(block, wanted) is { } found) lists.Add(PlaceOf(row).Segment, found.Holders, block[found.List]);
            }
        }
    }

    /// <summary>Rows of the segments that hold a term; long lists are not read.</summary>
    public long Holders(string term)
    {
        var holders = 0L;
        var wanted = Place(term);
        for (var from = 0; from < _places.Count; from += AtOnce)
        {
            using var row = Bound(SelectHolders, from).ExecuteReader();
            while (row.Read())
            {
                if (!row.IsDBNull(2)) holders += PlaceOf(row).Block.IsFirst ? row.GetInt64(2) : 0;
                else if (PostingBlock.Find(raw.sqlite3_column_blob(row.Handle!, 1), wanted) is { } found) holders += found.Holders;
            }
        }

        return holders;
    }

    /// <summary>Notes the blocks that may hold a term, and gives its bytes.</summary>
    private byte[] Place(string term)
    {
        var wanted = Encoding.UTF8.GetBytes(term);
        _places.Clear();
        foreach (var segment in segments)
        {
            if (segment.Terms.BlockOf(wanted) is { } block) _places.Add((block, segment.Id));
        }

        return wanted;
    }

    private (BlockPlace Block, long Segment) PlaceOf(SqliteDataReader row)
    {
        var id = row.GetInt64(0);
        return _places.Find(place => place.Block.Id == id);
    }

    // What is null is found nowhere.
    private SqliteCommand Bound(string select, int from)
    {
        var command = session.Prepared(select);
        for (var i = 0; i < AtOnce; i++) command.Bind(Names[i], from + i < _places.Count ? _places[from + i].Block.Id : null);
        return command;
    }
}
