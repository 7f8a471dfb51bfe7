using BriefingBot.Core.Chat;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Ingestion.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Ingestion.Feeds;

public sealed class FeedServiceTests : IAsyncLifetime
{
    private const string Rss = "<rss><channel><title>Courier</title><item><title>Cranes idle in Port Varran</title><guid>x</guid><description>The cranes of Port Varran stood still on Monday, the port authority said.</description></item></channel></rss>";
    private readonly IngestionBench bench = new();
    private readonly HostileServer server = new();
    private readonly List<string> told = [];
    private LinkFetcher? fetcher;
    private ChatException? refusal;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        fetcher?.Dispose();
        await server.DisposeAsync();
        bench.Dispose();
    }

    [Fact]
    public async Task Feeds_that_hang_delay_no_other_round_after_round()
    {
        for (var i = 0; i < 10; i++) Follow($"hang{i}.example", "/hang", failed: true);
        Follow("good.example", "/good", failed: false);
        server.On("/hang", (_, _, token) => Task.Delay(Timeout.Infinite, token)).On("/good", "200 OK", "", Rss);
        using var stop = new CancellationTokenSource();
        using var service = Service();

        // Six of those that hang have no place yet, and the good one has.
        Assert.False(service.StartDue(stop.Token));
        await FirstEnded(service);
        Assert.Equal(1, bench.Count);
        bench.Time.Now += TimeSpan.FromHours(1);
        service.StartDue(stop.Token);
        await FirstEnded(service);

        Assert.Equal(2, server.Asked.Count(r => r.Path == "/good"));
        await stop.CancelAsync();
        await Task.WhenAll(service.Running).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_dead_feed_is_told_until_somebody_heard_it_and_then_no_more()
    {
        Follow("dead.example", "/dead", failed: false);
        refusal = new ChatException("not now") { Transient = true };
        using var service = Service();
        for (var day = 0; day < 15; day++)
        {
            if (day == 10) refusal = null;
            Assert.True(service.StartDue(TestContext.Current.CancellationToken));
            await Task.WhenAll(service.Running);
            bench.Time.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(["asked", "asked", "asked", "told"], told, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_library_is_looked_at_and_one_that_cannot_be_read_keeps_no_other_from_it()
    {
        Follow("good.example", "/good", failed: false);
        server.On("/good", "200 OK", "", Rss);
        var closed = new LibraryCatalog(Path.Combine(bench.Folder, "data"), bench.Time).Create("closed");
        await File.WriteAllTextAsync(closed.Path, "no library at all, but a text that is long enough to be taken for the header of one, which it is not", TestContext.Current.CancellationToken);
        using var service = Service(closed);

        service.StartDue(TestContext.Current.CancellationToken);
        await Task.WhenAll(service.Running);

        Assert.Equal(1, bench.Count);
        closed.Dispose();
    }

    private static async Task FirstEnded(FeedService service) =>
        await (await Task.WhenAny(service.Running).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

    private FeedService Service(params LibraryFile[] more)
    {
        fetcher = Loopback.Fetcher(Loopback.Options(TimeSpan.FromMinutes(5)), bench.Time);
        var poller = new FeedPoller(fetcher, new LinkSource(fetcher, bench.Time), bench.Ingestor, bench.Time);
        return new FeedService(poller, () => [.. more, bench.Library], TellAsync, bench.Time, NullLogger<FeedService>.Instance);
    }

    private Task TellAsync(LibraryFile library, Feed feed, CancellationToken cancellationToken)
    {
        told.Add(refusal is null ? "told" : "asked");
        return refusal is { } refused ? throw refused : Task.CompletedTask;
    }

    private void Follow(string host, string path, bool failed) => bench.Library.Write(s =>
    {
        var store = new FeedStore(s);
        var feed = store.Add(server.Link(path, host), title: null);
        if (failed) store.Failed(feed.Id, bench.Time.Now, "It failed before.");
    });
}
