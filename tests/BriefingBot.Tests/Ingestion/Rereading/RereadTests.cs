using System.Text;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Retrieval;
using BriefingBot.Tests.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Rereading;

public sealed class RereadTests : IAsyncLifetime
{
    private const string Story = "<p>About 1,400 dockers stayed away from Port Varran on Monday. The port authority said two ferries were turned back before dawn.</p><p>Harbour master Ilse Tamm called the walkout unlawful. She asked the dockers to return by Thursday.</p>";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly RereadBench bench = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_correction_published_later_is_found_and_flags_the_answer_that_quoted_the_old_text()
    {
        bench.Server.Page("/a", Page(Story));
        await bench.AddAsync("/a");
        var answer = Ask("How many dockers stayed away from Port Varran?");
        Assert.Contains("1,400", answer.Citations[0].Quote, StringComparison.Ordinal);

        bench.Server.Page("/a", Page(Story.Replace("1,400", "1,900", StringComparison.Ordinal) + "<p>Correction: an earlier version gave the number of dockers as 1,400.</p>"));
        await bench.AfterAsync(Hour);

        var reopened = bench.Ingestion.Library.Read(s => new AnswerStore(s).Find(answer.AnswerId))!;
        Assert.Equal((CorrectionKind.Corrected, true), (Assert.Single(reopened.Corrections).Kind, reopened.Corrections[0].Gone));
        Assert.Equal("About 1,900 dockers stayed away from Port Varran on Monday.", reopened.Citations[0].Now!.Quote);
        Assert.Equal(2, bench.Document.Current.Number);
    }

    [Fact]
    public async Task A_page_is_asked_for_again_at_twice_its_age_and_no_more_after_its_days()
    {
        bench.Server.Page("/a", Page(Story), "Content-Type: text/html\r\nETag: \"1\"");
        await bench.AddAsync("/a");
        bench.Server.On("/a", "304 Not Modified");
        var (asked, start) = (new List<double>(), bench.Ingestion.Time.Now);

        for (var hour = 1; hour <= 24 * 10; hour++)
        {
            var before = bench.Server.Asked.Count;
            await bench.AfterAsync(Hour);
            if (bench.Server.Asked.Count > before) asked.Add((bench.Ingestion.Time.Now - start).TotalHours);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 168], asked);
        Assert.All(bench.Server.Asked.Skip(1), request => Assert.Equal("\"1\"", request.Header("If-None-Match")));
        Assert.Equal(1, bench.Document.Current.Number);
        Assert.Equal(0, Fault().Failures);
    }

    [Fact]
    public async Task Other_bytes_that_say_the_same_are_no_revision_and_are_asked_for_with_their_own_mark()
    {
        bench.Server.Page("/a", Page(Story), "Content-Type: text/html\r\nETag: \"1\"");
        await bench.AddAsync("/a");
        var revision = bench.Ingestion.LibraryRevision;
        bench.Server.Page("/a", Page(Story).Replace("<body>", "<body><script>var visit = 'another';</script>", StringComparison.Ordinal), "Content-Type: text/html\r\nETag: \"2\"");
        await bench.AfterAsync(Hour);
        await bench.AfterAsync(Hour);

        Assert.Equal((1, revision), (bench.Document.Current.Number, bench.Ingestion.LibraryRevision));
        Assert.Equal(["\"1\"", "\"2\""], bench.Server.Asked.Skip(1).Select(request => request.Header("If-None-Match")));
    }

    [Fact]
    public async Task A_notice_beside_the_same_text_is_found()
    {
        bench.Server.Page("/a", Page(Story));
        await bench.AddAsync("/a");
        bench.Server.Page("/a", Page(Story + "<aside><p>Editor's note: This article has been retracted.</p></aside>"));
        await bench.AfterAsync(Hour);
        await bench.AfterAsync(Hour);

        Assert.Equal(CorrectionKind.Retracted, Assert.Single(bench.Ingestion.Library.Read(s => new CorrectionStore(s).Since(DateTimeOffset.MinValue))).Kind);
        Assert.Equal(2, bench.Document.Current.Number);
    }

    [Fact]
    public async Task What_the_feed_said_of_an_item_stays_with_its_page()
    {
        bench.Server.Page("/a", Page(Story));
        await bench.AddAsync("/a", given: new DocumentMetadata { PublishedOn = new DateOnly(2031, 3, 4), PublishedFrom = DateSource.Feed });
        bench.Server.Page("/a", Page(Story.Replace("two ferries", "three ferries", StringComparison.Ordinal)));
        await bench.AfterAsync(Hour);

        var current = bench.Document.Current;
        Assert.Equal((2, new DateOnly(2031, 3, 4), DateSource.Feed), (current.Number, current.Metadata.PublishedOn, current.Metadata.PublishedFrom));
    }

    [Theory]
    [InlineData("404 Not Found", "", "gone")]
    [InlineData("301 Moved Permanently", "Location: /other", "")]
    [InlineData("200 OK", "Content-Type: text/html", "<html><body><h1>Cranes idle</h1><p>Subscribe to continue reading.</p></body></html>")]
    public async Task A_page_that_is_gone_elsewhere_or_behind_a_wall_leaves_the_document_as_it_was(string status, string headers, string body)
    {
        bench.Server.Page("/a", Page(Story)).Page("/other", Page("<p>Another story stands at another place, and it is as long as any other of its kind. It is about pilots, and about what they are paid.</p>"));
        await bench.AddAsync("/a");
        var text = bench.Document.Current.Text;
        bench.Server.On("/a", status, headers, body);
        await bench.AfterAsync(Hour);

        Assert.Equal((1, text), (bench.Document.Current.Number, bench.Document.Current.Text));
        Assert.Equal(1, Fault().Failures);
        Assert.NotNull(Fault().Words);
        // It may come back.
        bench.Server.Page("/a", Page(Story.Replace("two ferries", "three ferries", StringComparison.Ordinal)));
        await bench.AfterAsync(Hour);
        Assert.Equal((2, 0), (bench.Document.Current.Number, Fault().Failures));
    }

    [Fact]
    public async Task A_host_that_hangs_delays_no_other_and_is_asked_for_one_page_at_a_time()
    {
        for (var i = 0; i < 10; i++)
        {
            bench.Server.Page($"/hang{i}", Page($"<p>Page {i} of a host that will hang.</p>" + Story));
            await bench.AddAsync($"/hang{i}", "hang.example");
        }

        bench.Server.Page("/good", Page(Story));
        await bench.AddAsync("/good", "good.example");
        var before = bench.Server.Asked.Count;
        for (var i = 0; i < 10; i++) bench.Server.On($"/hang{i}", (_, _, token) => Task.Delay(Timeout.Infinite, token));
        bench.Ingestion.Time.Now += Hour;
        using var stop = new CancellationTokenSource();

        Assert.True(bench.Service.StartDue(stop.Token));
        await await Task.WhenAny(bench.Service.Running).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Contains(bench.Server.Asked.Skip(before), request => request.Path == "/good");
        // A round later nothing of the hanging host is begun beside what hangs.
        bench.Service.BeginRound();
        bench.Service.StartDue(stop.Token);
        _ = Assert.Single(bench.Service.Running);
        await stop.CancelAsync();
        await Task.WhenAll(bench.Service.Running).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_reading_that_is_stopped_gives_its_turn_back_and_one_that_died_is_due_after_its_lease()
    {
        bench.Server.Page("/a", Page(Story));
        await bench.AddAsync("/a");
        bench.Ingestion.Time.Now += Hour;
        var page = Assert.Single(bench.Reader.Due(bench.Ingestion.Library));
        var asked = new TaskCompletionSource();
        bench.Server.On("/a", (_, _, token) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        using var stop = new CancellationTokenSource();
        var reading = bench.Reader.ReadAsync(bench.Ingestion.Library, page, stop.Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        // Meanwhile it is nobody else's.
        Assert.Empty(bench.Reader.Due(bench.Ingestion.Library));
        Assert.Null(await bench.Reader.ReadAsync(bench.Ingestion.Library, page, TestContext.Current.CancellationToken));
        // A process that dies gives nothing back.
        bench.Ingestion.Time.Now += TimeSpan.FromMinutes(15);
        Assert.Single(bench.Reader.Due(bench.Ingestion.Library));
        bench.Ingestion.Time.Now -= TimeSpan.FromMinutes(15);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        Assert.Equal(page.NextUtc, Assert.Single(bench.Reader.Due(bench.Ingestion.Library)).NextUtc);
    }

    [Fact]
    public async Task Neither_files_nor_removed_documents_nor_items_that_their_feed_carries_whole_are_asked_for()
    {
        bench.Server.Page("/a", Page(Story)).Page("/item", Page(Story));
        bench.Ingestion.Ingest("/home/desk/a.html", Page(Story + "<p>As a file.</p>"));
        var removed = await bench.AddAsync("/a");
        bench.Ingestion.Library.Write(s => new DocumentStore(s).Remove(removed.DocumentId!));
        var words = string.Concat(Enumerable.Repeat("The cranes of the harbour stood still again and nobody knew for how long. ", 20));
        var feed = bench.Ingestion.Library.Write(s => new FeedStore(s).Add(bench.Server.Link("/feed", "courier.example"), title: null));
        var item = new FeedItem("1", bench.Server.Link("/item", "courier.example"), "Cranes", Author: null, Published: null, words);
        bench.Ingestion.Ingest(await new FeedItems(bench.Links, bench.Ingestion.Time).ToIngestAsync(bench.Ingestion.Library, feed, "1", item, TestContext.Current.CancellationToken));
        var before = bench.Server.Asked.Count;

        await bench.AfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(before, bench.Server.Asked.Count);
    }

    [Fact]
    public async Task A_bot_that_was_away_for_weeks_asks_once()
    {
        bench.Server.Page("/a", Page(Story));
        await bench.AddAsync("/a");
        await bench.AfterAsync(TimeSpan.FromDays(60));
        await bench.AfterAsync(TimeSpan.FromDays(60));

        Assert.Equal(2, bench.Server.Asked.Count);
    }

    [Fact]
    public async Task With_no_days_no_page_is_read_again()
    {
        await using var off = new RereadBench(days: 0);
        off.Server.Page("/a", Page(Story));
        await off.AddAsync("/a");
        off.Ingestion.Time.Now += TimeSpan.FromDays(1);

        await off.Service.StartAsync(TestContext.Current.CancellationToken);
        await off.Service.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Single(off.Server.Asked);
    }

    private Core.Libraries.Answer Ask(string question) => new Briefer(new Retriever(), new BriefingOptions(), bench.Ingestion.Time).Ask(bench.Ingestion.Library, new BriefRequest(question, Length: BriefLength.Short));

    private (int Failures, string? Words) Fault() => bench.Ingestion.Library.Read(s =>
    {
        using var row = s.Prepared("select failures, fault from rereads").ExecuteReader();
        Assert.True(row.Read());
        return (row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1));
    });

    private static string Page(string paragraphs) => $"<!doctype html><html><head><title>Walkout empties Port Varran</title></head><body><article><h1>Walkout empties Port Varran</h1>{paragraphs}</article></body></html>";
}
