using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Rereading;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Ingestion.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Ingestion.Rereading;

/// <summary>A library whose pages stand on a server of one's own, under a clock that the test moves.</summary>
internal sealed class RereadBench : IAsyncDisposable
{
    private readonly LinkFetcher fetcher;

    public RereadBench(int days = 7)
    {
        var options = Loopback.Options(TimeSpan.FromMinutes(5));
        options.RereadDays = days;
        fetcher = Loopback.Fetcher(options, Ingestion.Time);
        Links = new LinkSource(fetcher, Ingestion.Time);
        Reader = new PageRereader(Links, Ingestion.Ingestor, options, Ingestion.Time);
        Service = new RereadService(Reader, () => [Ingestion.Library], Ingestion.Time, NullLogger<RereadService>.Instance);
    }

    public IngestionBench Ingestion { get; } = new();

    public HostileServer Server { get; } = new();

    public LinkSource Links { get; }

    public PageRereader Reader { get; }

    public RereadService Service { get; }

    /// <summary>Adds the page at this path by its link.</summary>
    public async Task<Receipt> AddAsync(string path, string host = "courier.example", DocumentMetadata? given = null) =>
        Ingestion.Ingest(await Links.ItemAsync(Ingestion.Library, Server.Link(path, host), given, TestContext.Current.CancellationToken));

    /// <summary>Moves the clock and reads what is due then.</summary>
    public async Task AfterAsync(TimeSpan span)
    {
        Ingestion.Time.Now += span;
        Service.BeginRound();
        Service.StartDue(TestContext.Current.CancellationToken);
        await Task.WhenAll(Service.Running).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    public Document Document => Ingestion.Find(Assert.Single(Ingestion.Library.Read(s => new DocumentStore(s).List())).Id);

    public async ValueTask DisposeAsync()
    {
        Service.Dispose();
        fetcher.Dispose();
        await Server.DisposeAsync();
        Ingestion.Dispose();
    }
}
