using System.Text;
using BriefingBot.Core.Index;
using BriefingBot.Core.Index.Postings;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using BriefingBot.Tests.Llm;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Index;

public sealed class IndexMaintenanceTests : IDisposable
{
    private const int SegmentRows = 10_000;
    private const int Eight = 8;
    private readonly TempLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Eight_segments_become_one_and_every_score_stays()
    {
        AddSegments(_library.File, Eight);
        var before = Scores();
        Assert.Equal(Eight, Segments(_library.File));

        IndexMaintenance.Run(_library.File, TestContext.Current.CancellationToken);

        Assert.Equal(1, Segments(_library.File));
        Assert.NotEmpty(before);
        Assert.Equal(before, Scores());
        Assert.True(_library.File.Read(session => new LexicalIndex(session).Check()).IsSound);
    }

    [Fact]
    public void Small_segments_wait_while_much_is_added_and_become_one_when_nothing_is()
    {
        AddSegments(_library.File, 3);

        IndexMaintenance.MergeSegments(_library.File, TestContext.Current.CancellationToken);
        Assert.Equal(3, Segments(_library.File));
        IndexMaintenance.Run(_library.File, TestContext.Current.CancellationToken);

        Assert.Equal((1, 3 * SegmentRows), (Segments(_library.File), Rows()));
    }

    [Fact]
    public void A_question_whose_lists_are_too_large_for_memory_at_once_is_scored_the_same()
    {
        AddSegments(_library.File, 2);
        _library.Add("boat3 boat4 boat3 came last.");
        QueryTerm[] terms = [.. Enumerable.Range(0, 40).Select(number => new QueryTerm($"boat{number}", 1 + (number % 7)))];

        var best = _library.File.Read(session => ((int[])[int.MaxValue, 5_000, 1]).Select(mostBytes =>
        {
            using var search = new PostingsSearch(session, IndexStates.Of(session, new PostingsIndex(session)).Passages, mostBytes);
            return search.Best(terms, null, 500);
        }).ToList());

        Assert.Equal(500, best[0].Count);
        Assert.All(best, hits => Assert.Equal(best[0], hits));
    }

    [Fact]
    public void A_segment_with_much_that_was_removed_is_written_anew_without_it()
    {
        var documents = AddSegments(_library.File, 2);
        _library.Remove(documents[0]);
        Assert.Equal(2 * SegmentRows, Rows());

        IndexMaintenance.Run(_library.File, TestContext.Current.CancellationToken);

        Assert.Equal(SegmentRows, Rows());
        Assert.True(_library.File.Read(session => new LexicalIndex(session).Check()).IsSound);
    }

    [Fact]
    public void What_is_added_in_large_batches_becomes_a_segment_when_the_adding_has_ended()
    {
        AddSegments(_library.File, 3, SegmentRows / 2);
        var before = Scores();

        IndexMaintenance.MergeSegments(_library.File, TestContext.Current.CancellationToken);
        Assert.Equal(0, Segments(_library.File));
        IndexMaintenance.Run(_library.File, TestContext.Current.CancellationToken);

        Assert.Equal((1, 3 * SegmentRows / 2), (Segments(_library.File), Rows()));
        Assert.Empty(Tail());
        Assert.NotEmpty(before);
        Assert.Equal(before, Scores());
        Assert.True(_library.File.Read(session => new LexicalIndex(session).Check()).IsSound);
    }

    [Fact]
    public void A_small_addition_makes_a_segment_of_what_large_ones_left_behind()
    {
        AddSegments(_library.File, 3, SegmentRows / 2);

        _library.Add("A tug came last.");

        Assert.Equal((1, (3 * SegmentRows / 2) + 1), (Segments(_library.File), Rows()));
    }

    [Fact]
    public void An_erased_document_leaves_no_word_in_what_is_not_yet_a_segment()
    {
        // Eight small batches are put together; the ninth stands beside them, and holds nothing of what goes.
        var documents = Enumerable.Range(0, Eight + 1).Select(number => _library.Add($"A zebu{number} stood on pier7.")).ToList();
        var before = Tail();
        Assert.Equal(["zebu0 zebu1 zebu2 zebu3 zebu4 zebu5 zebu6 zebu7", "zebu8"], before.Select(Zebus));

        _library.File.Write(session => new LexicalIndex(session).Erase(documents[3].Id));

        var after = Tail();
        Assert.Equal(["zebu8", "zebu0 zebu1 zebu2 zebu4 zebu5 zebu6 zebu7"], after.Select(Zebus).OrderBy(zebus => zebus.Length));
        Assert.Contains(before[1], after);
        Assert.Equal(Eight, _library.File.Read(session => new LexicalIndex(session).Passages([new QueryTerm("pier7", 1)], new IndexScope(), 20).Count));
    }

    [Fact]
    public void A_segment_in_the_place_of_one_that_was_erased_is_seen_by_those_who_asked_before()
    {
        var documents = AddSegments(_library.File, 1);
        Assert.Equal(20, Passages("boat49"));

        _library.File.Write(session => new LexicalIndex(session).Erase(documents[0]));
        AddSegments(_library.File, 1, stem: "raft");

        Assert.Equal((20, 0), (Passages("raft49"), Passages("boat49")));
    }

    [Fact]
    public async Task A_running_process_merges_while_nobody_waits()
    {
        using var shelf = new LibraryShelf(_library.Catalog);
        var time = new ManualTime();
        using var service = new IndexMaintenanceService(shelf, time, NullLogger<IndexMaintenanceService>.Instance);
        _library.Catalog.Create("desk").Dispose();
        var open = shelf.Open("desk");
        AddSegments(open, Eight);

        await service.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Eight, Segments(open));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Segments(open) > 1)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(IndexMaintenanceService.Pause);
            await Task.Yield();
        }

        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, Segments(open));
    }

    // Each a revision of so many one-word passages: as many as make a segment, where nothing else is said.
    private static List<string> AddSegments(LibraryFile library, int count, int rows = SegmentRows, string stem = "boat") => [.. Enumerable.Range(0, count).Select(number => library.Write(session =>
    {
        var text = string.Join("\n\n", Enumerable.Range(0, rows).Select(row => $"{stem}{(row * 7) % (50 + number)}"));
        var revision = new NewRevision(text, new DocumentMetadata { Title = $"Fleet {number}" }, DateTimeOffset.UnixEpoch, RevisionCause.Received, 1, $"{stem}{number}".PadLeft(64), [], null);
        var document = new DocumentStore(session).Add($"{stem}{number}", $"{stem} {number}", revision);
        var passages = new PassageStore(session).Add(document.Current, TempLibrary.Paragraphs(text));
        new LexicalIndex(session).Add(document.Current, passages);
        return document.Id;
    }))];

    private static string Zebus(byte[] batch)
    {
        var zebus = new List<string>();
        new BatchMerge([(ReadOnlyMemory<byte>)batch]).Visit((term, _) =>
        {
            if (term.StartsWith("zebu"u8)) zebus.Add(Encoding.UTF8.GetString(term));
        });
        return string.Join(' ', zebus);
    }

    private int Passages(string term) => _library.File.Read(session => new LexicalIndex(session).Passages([new QueryTerm(term, 1)], new IndexScope(), 20).Count);

    private List<byte[]> Tail() => _library.File.Read(session =>
    {
        var index = new PostingsIndex(session);
        return index.Batches(IndexKind.Passages).Select(batch => index.Batch(batch.Id)).ToList();
    });

    private static long Segments(LibraryFile library) =>
        library.Read(session => (long)session.Prepared("select count(*) from index_segments where kind = 0").ExecuteScalar()!);

    private long Rows() => _library.File.Read(session => (long)session.Prepared("select sum(count) from index_segments where kind = 0").ExecuteScalar()!);

    private Dictionary<long, double> Scores() => _library.File.Read(session =>
        new LexicalIndex(session).Passages([new QueryTerm("boat3", 1), new QueryTerm("boat55", 2), new QueryTerm("fleet", 1)], new IndexScope(), 500)
            .ToDictionary(hit => hit.Id, hit => hit.Score));
}
