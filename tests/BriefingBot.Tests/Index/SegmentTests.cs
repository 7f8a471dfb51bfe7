using System.Text;
using BriefingBot.Core.Index;
using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Index;

/// <summary>What is written into a segment is found there, however its terms fall into blocks.</summary>
public sealed class SegmentTests : IDisposable
{
    private const int Rows = 6_000;

    /// <summary>Long lists fill a block and more; short terms share one.</summary>
    private static readonly Gen<(string Term, int[] Rows)> Entry =
        from term in Gen.Elements("a", "port", "quay", "ärger", "港", "𝔘nion", "\uFFFDend", "zz").SelectMany(stem => Gen.Choose(0, 400).Select(number => $"{stem}{number}"))
        from step in Gen.Elements(1, 3, 50, 900, 5_999)
        from first in Gen.Choose(0, step - 1)
        select (term, Enumerable.Range(0, Rows).Where(row => row % step == first).ToArray());

    private static readonly Gen<(string Term, int[] Rows)[]> Segment = Entry.NonEmptyListOf().Select(drawn => drawn.DistinctBy(entry => entry.Term, StringComparer.Ordinal)
        .OrderBy(entry => Encoding.UTF8.GetBytes(entry.Term), Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToArray());

    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Every_term_is_found_with_its_rows_and_no_other() => Prop.ForAll(Segment.ToArbitrary(), entries => _library.File.Write(session =>
    {
        Write(session, entries, 1);

        Assert.Equal(entries.Select(entry => Told(entry.Term, [entry.Rows])), entries.Select(entry => Found(session, entry.Term)));
        foreach (var (term, _) in entries)
        {
            Assert.Equal(entries.Any(entry => entry.Term == term + "0") ? 1 : 0, Found(session, term + "0").Count(c => c == '['));
            Assert.Equal(entries.Single(entry => entry.Term == term).Rows.Length, Lookup(session).Holders(term));
        }

        Assert.Equal(0, Lookup(session).Holders(""));
        new PostingsIndex(session).Clear();
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Segments_put_together_hold_the_rows_of_one_behind_those_of_the_other() => Prop.ForAll(Segment.ToArbitrary(), Segment.ToArbitrary(), (one, other) => _library.File.Write(session =>
    {
        Write(session, one, 1);
        Write(session, other, Rows + 1);
        var segments = Segments(session);
        Assert.All(one.Concat(other), entry => Assert.Equal(Of(one, entry.Term).Length + Of(other, entry.Term).Length, Lookup(session).Holders(entry.Term)));

        new SegmentMerger(session).Merge(IndexKind.Passages, segments, 1, static _ => true);

        Assert.Equal(2 * Rows, Assert.Single(Segments(session)).Rows.Count);
        foreach (var (term, _) in one.Concat(other))
            Assert.Equal(Told(term, [[.. Of(one, term), .. Of(other, term).Select(row => row + Rows)]]), Found(session, term));
        new PostingsIndex(session).Clear();
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_segment_all_of_whose_rows_are_gone_leaves_nothing() => _library.File.Write(session =>
    {
        Write(session, [("port", [1, 2]), ("quay", [.. Enumerable.Range(0, Rows)])], 1);

        new SegmentMerger(session).Merge(IndexKind.Passages, Segments(session), 0, static _ => false);

        Assert.Equal((0L, 0L), (Count(session, "index_segments"), Count(session, "index_blocks")));
    });

    [Fact]
    public void A_block_that_is_missing_is_said_to_be()
    {
        _library.File.Write(session =>
        {
            Write(session, [("port", [.. Enumerable.Range(0, Rows)]), ("quay", [.. Enumerable.Range(0, Rows)])], 1);
            session.Prepared("delete from index_blocks where id = 2").ExecuteNonQuery();
        });

        Assert.Equal("Block 2 of the index is missing.", _library.File.Read(session => new LexicalIndex(session).Check().Damage));
    }

    [Fact]
    public void A_term_in_the_wrong_block_is_found()
    {
        _library.File.Write(session =>
        {
            Write(session, [("port", [.. Enumerable.Range(0, Rows)]), ("quay", [.. Enumerable.Range(0, Rows)])], 1);
            session.Prepared("update index_blocks set data = (select data from index_blocks where id = 1) where id = 2").ExecuteNonQuery();
        });

        Assert.Equal("the postings of \"port\" stand where segment 1 does not look for them", _library.File.Read(session => new LexicalIndex(session).Check().Damage));
    }

    private static int[] Of((string Term, int[] Rows)[] entries, string term) => entries.FirstOrDefault(entry => entry.Term == term).Rows ?? [];

    private static void Write(LibrarySession session, (string Term, int[] Rows)[] entries, long firstId)
    {
        var rows = new RowsBuilder();
        for (var row = 0; row < Rows; row++) rows.Begin(firstId + row, firstId + row, 1);
        var segment = new SegmentWriter(new PostingsIndex(session), IndexKind.Passages, 0);
        foreach (var (term, holders) in entries)
        {
            var list = new PostingListBuilder();
            foreach (var row in holders) list.Add(row, 1 + (row % 3));
            segment.Add(Encoding.UTF8.GetBytes(term), list);
        }

        segment.Finish(rows.ToRows());
    }

    private static List<StoredSegment> Segments(LibrarySession session)
    {
        var index = new PostingsIndex(session);
        return [.. index.Segments(IndexKind.Passages).Select(segment => index.Segment(segment.Id, segment.Level))];
    }

    private static SegmentLookup Lookup(LibrarySession session) => new(session, Segments(session));

    private static string Found(LibrarySession session, string term)
    {
        var lists = new QuestionLists();
        Lookup(session).Read(term, lists);
        return Told(term, [.. lists.OfTerm.ToArray().Select(list => Ordinals(lists.PostingsOf(list)))]);
    }

    private static int[] Ordinals(ReadOnlySpan<byte> postings)
    {
        var rows = new List<int>();
        var reader = new PostingReader(postings);
        while (reader.Next()) rows.Add(reader.Ordinal);
        return [.. rows];
    }

    private static string Told(string term, int[][] lists) => $"{term}: {string.Join(" ", lists.Select(rows => $"[{string.Join(',', rows)}]"))}";

    private static long Count(LibrarySession session, string table) => (long)session.Prepared($"select count(*) from {table}").ExecuteScalar()!;
}
