using System.Net;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Fetching;

/// <summary>A hostile server and a fetcher that may reach it; every host name leads there unless a test says otherwise.</summary>
internal sealed class FetchBench : IAsyncDisposable
{
    private LinkFetcher? fetcher;

    public HostileServer Server { get; } = new();

    public FetchOptions Options { get; } = Loopback.Options(TimeSpan.FromSeconds(20));

    public IngestionOptions Limits { get; } = new() { MaxItemBytes = 3_000_000 };

    public IngestionBench.SetTime Time { get; } = new();

    /// <summary>What each look-up of a name gives, by turns; the last goes on. Without an entry a name leads to the server.</summary>
    public Dictionary<string, Queue<IPAddress[]>> Names { get; } = [];

    public List<string> LookedUp { get; } = [];

    public LinkFetcher Fetcher => fetcher ??= new LinkFetcher(Options, Limits, Time, LookupAsync);

    public Task<FetchOutcome> GetAsync(string link, PageValidators? known = null) => Fetcher.FetchAsync(link, known, TestContext.Current.CancellationToken);

    public Task<FetchOutcome> AskAsync(string path, PageValidators? known = null) => GetAsync(Server.Link(path), known);

    public async Task<FetchFailed> FailsAsync(string link) => Assert.IsType<FetchFailed>(await GetAsync(link));

    public void Name(string host, params string[] addresses) =>
        Names[host] = new Queue<IPAddress[]>(addresses.Select(a => a.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse).ToArray()));

    public async ValueTask DisposeAsync()
    {
        fetcher?.Dispose();
        await Server.DisposeAsync();
    }

    private Task<IPAddress[]> LookupAsync(string host, CancellationToken cancellationToken)
    {
        LookedUp.Add(host);
        if (!Names.TryGetValue(host, out var turns)) return Loopback.LookupAsync(host, cancellationToken);
        return Task.FromResult(turns.Count > 1 ? turns.Dequeue() : turns.Peek());
    }
}
