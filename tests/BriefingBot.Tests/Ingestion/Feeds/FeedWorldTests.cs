using System.Globalization;
using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Feeds;

/// <summary>A world of feeds under a clock that the test moves: servers that misbehave, restarts in the middle.</summary>
public sealed class FeedWorldTests : IAsyncLifetime
{
    private static readonly string Body = string.Concat(Enumerable.Repeat("The cranes of the harbour stood still again and nobody on the quay could say for how long they would. ", 15));
    private readonly IngestionBench bench = new();
    private readonly HostileServer server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        bench.Dispose();
    }

    [Fact]
    public async Task In_a_week_of_misbehaviour_every_item_is_taken_in_once()
    {
        Follow("good.example", "/good");
        Follow("flaky.example", "/flaky");
        Follow("dateless.example", "/dateless");
        Follow("linkless.example", "/linkless");
        Follow("dead.example", "/dead");
        var start = bench.Time.Now;
        var (hour, asked, died) = (0, 0, 0);
        server.On("/good", (_, socket, token) => Send(socket, "200 OK", Rss("good", hour / 6, dated: true), token))
            // Items' dates move with every answer, and every third answer fails in its own way.
            .On("/flaky", (_, socket, token) => (asked++ % 10) switch
            {
                1 => Send(socket, "500 Oops", "", token),
                3 => HostileServer.WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n<rss><chan", token),
                5 => Send(socket, "503 Busy", "", token, "Retry-After: 7200"),
                7 => Send(socket, "200 OK", "<html><body><p>We are working on our pages.</p></body></html>", token),
                // Whole by its length, and broken off in the middle of an item.
                9 => Send(socket, "200 OK", Rss("flaky", hour / 8, dated: true, shift: asked)[..^400], token, "ETag: \"broken\""),
                _ => Send(socket, "200 OK", Rss("flaky", hour / 8, dated: true, shift: asked), token),
            })
            .On("/dateless", (_, socket, token) => Send(socket, "200 OK", Rss("dateless", hour / 12, dated: false), token))
            .On("/linkless", (_, socket, token) => Send(socket, "200 OK", Rss("linkless", hour / 12, dated: false).Replace("<link>", "<note>", StringComparison.Ordinal).Replace("</link>", "</note>", StringComparison.Ordinal), token))
            .On("/dead", (_, socket, token) => Send(socket, "404 Not Found", "", token));

        for (; hour < 24 * 8; hour++)
        {
            bench.Time.Now = start.AddHours(hour);
            died += await PollAndTellAsync(stopAfter: hour % 5 == 4 ? hour % 3 : null);
        }

        // The world stands still until everything that failed was asked for again.
        hour--;
        for (var day = 1; day <= 3; day++)
        {
            bench.Time.Now = start.AddHours(hour).AddDays(day);
            asked = 0;
            died += await PollAndTellAsync(stopAfter: null);
        }

        var documents = bench.Library.Read(s => new DocumentStore(s).List());
        var titles = documents.Select(d => d.Metadata.Title).ToList();
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.Ordinal).Count());
        Assert.All(documents, d => Assert.Equal(1, d.RevisionNumber));
        foreach (var (name, last) in (ReadOnlySpan<(string, int)>)[("good", hour / 6), ("flaky", hour / 8), ("dateless", hour / 12), ("linkless", hour / 12)])
            Assert.Equal(Enumerable.Range(0, last + 1).Select(i => $"{name} story number {i}").Order(StringComparer.Ordinal), titles.Where(t => t.StartsWith(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(1, died);
        Assert.All(bench.Library.Read(s => new FeedStore(s).List()), f => Assert.Equal(0, f.Waiting));
        var dead = bench.Library.Read(s => new FeedStore(s).List()).Single(f => f.Link.EndsWith("/dead", StringComparison.Ordinal));
        Assert.True(dead.IsDead(bench.Time.Now));
        Assert.InRange(dead.Failures, 5, 25);
    }

    [Fact]
    public async Task A_restart_between_noting_and_taking_in_loses_nothing()
    {
        Follow("good.example", "/good");
        server.On("/good", "200 OK", "ETag: \"1\"", Rss("good", 3, dated: true));
        using var stop = new CancellationTokenSource();
        var feed = bench.Library.Read(s => new FeedStore(s).List())[0];
        bench.Library.Write(s => FeedItems.Note(new FeedStore(s), feed.Id, FeedParser.Read(new SourceBytes(feed.Link, Encoding.UTF8.GetBytes(Rss("good", 3, dated: true)), bench.Time.Now)), bench.Time.Now));

        // The host says that nothing changed since: the items have to be here already.
        server.On("/good", "304 Not Modified");
        bench.Library.Write(s => new FeedStore(s).Succeeded(feed.Id, bench.Time.Now, bench.Time.Now, new PageValidators("\"1\"", null), null));
        await PollOnceAsync(stopAfter: null);

        Assert.Equal(4, bench.Count);
    }

    [Fact]
    public async Task A_restart_between_storing_and_crossing_off_repeats_nothing()
    {
        Follow("good.example", "/good");
        server.On("/good", "200 OK", "", Rss("good", 0, dated: true));
        var feed = bench.Library.Read(s => new FeedStore(s).List())[0];
        bench.Library.Write(s => FeedItems.Note(new FeedStore(s), feed.Id, FeedParser.Read(new SourceBytes(feed.Link, Encoding.UTF8.GetBytes(Rss("good", 0, dated: true)), bench.Time.Now)), bench.Time.Now));
        var (key, item, _) = Assert.Single(bench.Library.Read(s => new FeedStore(s).Waiting(feed.Id, bench.Time.Now)));
        _ = Poller(out var fetcher);
        using (fetcher) bench.Ingest(await new FeedItems(new LinkSource(fetcher, bench.Time), bench.Time).ToIngestAsync(bench.Library, feed, key, item, TestContext.Current.CancellationToken));

        var poll = Assert.Single(await PollOnceAsync(stopAfter: null));

        Assert.Equal(ReceiptOutcome.Unchanged, Assert.Single(poll.Receipts).Outcome);
        Assert.Equal(1, Assert.Single(bench.Library.Read(s => new DocumentStore(s).List())).RevisionNumber);
    }

    [Fact]
    public async Task A_poll_that_is_stopped_gives_its_turn_back()
    {
        Follow("hang.example", "/hang");
        var asked = new TaskCompletionSource();
        server.On("/hang", (_, _, token) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        using var stop = new CancellationTokenSource();
        var poller = Poller(out var fetcher);
        using var disposed = fetcher;
        var polling = poller.PollAsync(bench.Library, all: false, progress: null, stop.Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);

        Assert.Single(bench.Library.Read(s => new FeedStore(s).Due(bench.Time.Now)));
    }

    [Fact]
    public async Task A_paused_feed_is_not_asked_until_it_is_resumed()
    {
        Follow("good.example", "/good");
        server.On("/good", "200 OK", "", Rss("good", 0, dated: true));
        bench.Library.Write(s => new FeedStore(s).Pause(1, paused: true));
        Assert.Empty(await PollOnceAsync(stopAfter: null));
        Assert.Empty(server.Asked);

        bench.Library.Write(s => new FeedStore(s).Pause(1, paused: false));

        Assert.Equal(1, Assert.Single(await PollOnceAsync(stopAfter: null)).New);
    }

    [Fact]
    public async Task An_item_without_its_text_is_its_page_and_one_behind_a_wall_is_given_up()
    {
        Follow("good.example", "/f");
        server.On("/f", "200 OK", "", $"<rss><channel><title>Courier</title><item><title>A</title><link>/a</link></item><item><title>B</title><link>/b</link></item></channel></rss>")
            .Page("/a", $"<html><head><title>A page of its own</title></head><body><article><p>{Body}</p><p>{Body}</p></article></body></html>")
            .Page("/b", "<html><body><p>Subscribe to continue reading</p></body></html>");

        for (var day = 0; day < 5; day++)
        {
            await PollOnceAsync(stopAfter: null);
            bench.Time.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(1, bench.Count);
        var feed = bench.Library.Read(s => new FeedStore(s).List())[0];
        Assert.Equal((2, 0), (feed.Items, feed.Waiting));
        Assert.Equal(4, server.Asked.Count(r => r.Path == "/b"));
    }

    [Fact]
    public async Task A_feed_that_hangs_does_not_delay_another()
    {
        Follow("hang.example", "/hang");
        Follow("good.example", "/good");
        server.On("/hang", (_, _, token) => Task.Delay(Timeout.Infinite, token)).On("/good", "200 OK", "", Rss("good", 1, dated: true));
        using var stop = new CancellationTokenSource();
        var polling = Poller(out var fetcher).PollAsync(bench.Library, all: false, progress: null, stop.Token);

        while (bench.Count < 2) await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);
        fetcher.Dispose();
    }

    [Fact]
    public async Task A_text_that_changes_in_the_feed_is_a_revision_and_no_second_document()
    {
        Follow("good.example", "/good");
        server.On("/good", "200 OK", "", Rss("good", 0, dated: true));
        await PollOnceAsync(stopAfter: null);
        bench.Time.Now += TimeSpan.FromHours(2);
        server.On("/good", "200 OK", "", Rss("good", 0, dated: true).Replace("nobody on the quay", "the harbour master", StringComparison.Ordinal));
        await PollOnceAsync(stopAfter: null);

        Assert.Equal(2, Assert.Single(bench.Library.Read(s => new DocumentStore(s).List())).RevisionNumber);
    }

    private void Follow(string host, string path) => bench.Library.Write(s => new FeedStore(s).Add(server.Link(path, host), title: null));

    private FeedPoller Poller(out LinkFetcher fetcher)
    {
        fetcher = Loopback.Fetcher(Loopback.Options(TimeSpan.FromSeconds(30)), bench.Time);
        return new FeedPoller(fetcher, new LinkSource(fetcher, bench.Time), bench.Ingestor, bench.Time);
    }

    /// <summary>One run of a program that may be stopped after so many milliseconds: nothing of it is kept but the library.</summary>
    private async Task<IReadOnlyList<FeedPoll>> PollOnceAsync(int? stopAfter)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var poller = Poller(out var fetcher);
        using var disposed = fetcher;
        if (stopAfter is { } milliseconds) stop.CancelAfter(milliseconds);
        try
        {
            return await poller.PollAsync(bench.Library, all: false, progress: null, stop.Token);
        }
        catch (OperationCanceledException) when (stopAfter is not null)
        {
            return [];
        }
    }

    /// <summary>One run that tells what died, and says so afterwards; how many it told.</summary>
    private async Task<int> PollAndTellAsync(int? stopAfter)
    {
        var dead = (await PollOnceAsync(stopAfter)).Where(p => p.DiedNow).ToList();
        var poller = Poller(out var fetcher);
        using var disposed = fetcher;
        foreach (var poll in dead) poller.Told(bench.Library, poll.Feed);
        return dead.Count;
    }

    private static Task Send(Stream socket, string status, string body, CancellationToken cancellationToken, string header = "X-A: b") =>
        HostileServer.WriteAsync(socket, $"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}", cancellationToken);

    /// <summary>The last ten of so many items.</summary>
    private static string Rss(string name, int last, bool dated, int shift = 0)
    {
        var items = new StringBuilder();
        for (var i = last; i >= 0 && i > last - 10; i--)
        {
            items.Append(CultureInfo.InvariantCulture, $"<item><title>{name} story number {i}</title><link>http://{name}.example/{i}</link>");
            if (dated) items.Append(CultureInfo.InvariantCulture, $"<guid isPermaLink=\"false\">{name}-{i}</guid><pubDate>{new DateTime(2031, 3, 1).AddHours(i + shift):R}</pubDate>");
            items.Append(CultureInfo.InvariantCulture, $"<description>&lt;p&gt;Story {i} of {name}. {Body}&lt;/p&gt;</description></item>");
        }

        return $"<rss version=\"2.0\"><channel><title>{name} news</title>{items}</channel></rss>";
    }
}
