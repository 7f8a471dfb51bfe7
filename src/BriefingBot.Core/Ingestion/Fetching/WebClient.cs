using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Sends single requests, follows nothing, keeps no cookies, asks no proxy: what it reaches is what the connector allows.</summary>
internal sealed class WebClient : IDisposable
{
    private readonly HttpClient client;

    public WebClient(FetchOptions options, AddressLookup? lookup)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new GuardedConnector(options.AllowLoopback, lookup).ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            MaxConnectionsPerServer = 2,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
            PreAuthenticate = false,
        };
        client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan, DefaultRequestVersion = HttpVersion.Version11 };
        UserAgent = AgentOf(options.Contact);
    }

    /// <summary>Says what we are: name, version, and where the desk that runs it gave one, how to reach it.</summary>
    public string UserAgent { get; }

    /// <summary>Headers have arrived; the body has not been read.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri address, PageValidators? known, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.Accepted);
        if (known?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } day) request.Headers.TryAddWithoutValidation("If-Modified-Since", day);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    /// <summary>The validators as they were sent; a value with a control character is none.</summary>
    public static PageValidators ValidatorsOf(HttpResponseMessage answer) => new(First(answer.Headers, "ETag"), First(answer.Content.Headers, "Last-Modified"));

    private static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= 300 } value && !value.Any(char.IsControl) ? value : null;

    private static string AgentOf(string? contact)
    {
        var version = typeof(WebClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        var reach = contact is { Length: > 0 and <= 200 } && !contact.Any(char.IsControl) ? $"; +{contact}" : "";
        return $"BriefingBot/{version} (reads pages for a newsroom's library{reach})";
    }
}
