using System.Net;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Tests.Ingestion.Fetching;

/// <summary>A fetcher for which every host name leads to this machine, and that waits for no host's turn.</summary>
internal static class Loopback
{
    public static FetchOptions Options(TimeSpan timeout) => new() { AllowLoopback = true, HostDelay = TimeSpan.Zero, Timeout = timeout };

    public static LinkFetcher Fetcher(FetchOptions options, TimeProvider time) => new(options, new IngestionOptions(), time, LookupAsync);

    public static Task<IPAddress[]> LookupAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
}
