using System.Collections.Concurrent;
using System.Text;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>The robots.txt of each host, asked for once a day.</summary>
internal sealed class RobotsFiles(WebClient client, FetchOptions options, TimeProvider time)
{
    private const int MostBytes = 512_000;
    private const int MostHosts = 5_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptUnreachable = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset UntilUtc)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FetchException">The host cannot be reached at all, or has no allowed address.</exception>
    public async Task<bool> AllowsAsync(Uri address, CancellationToken cancellationToken)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        if (known.TryGetValue(host, out var cached) && cached.UntilUtc > time.GetUtcNow()) return cached.Rules.Allows(address);
        if (known.Count > MostHosts) known.Clear();
        var rules = await AskAsync(new Uri(host + "/robots.txt"), cancellationToken);
        known[host] = (rules, time.GetUtcNow() + (ReferenceEquals(rules, RobotsRules.DenyAll) ? KeptUnreachable : Kept));
        return rules.Allows(address);
    }

    /// <summary>No file: everything is allowed. A host in trouble: nothing is (RFC 9309, section 2.3.1).</summary>
    private async Task<RobotsRules> AskAsync(Uri file, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= options.MaxRedirects; hop++)
        {
            using var answer = await client.GetAsync(file, known: null, cancellationToken);
            var status = (int)answer.StatusCode;
            if (status is >= 300 and < 400)
            {
                if (answer.Headers.Location is not { } location || !Uri.TryCreate(file, location, out var next) || LinkAddress.Refuse(next) is not null) return RobotsRules.AllowAll;
                file = next;
                continue;
            }

            if (status is >= 500 or 429) return RobotsRules.DenyAll;
            if (status is not (>= 200 and < 300)) return RobotsRules.AllowAll;
            return RobotsRules.Parse(await ReadStartAsync(answer.Content, cancellationToken));
        }

        return RobotsRules.AllowAll;
    }

    /// <summary>The rest of a longer file is not looked at.</summary>
    private async Task<string> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return Encoding.UTF8.GetString(await BodyReader.ReadAsync(content, "robots.txt", MostBytes, options.MaxCompressionRatio, cancellationToken));
        }
        catch (FetchException fault) when (fault.Failure.Fault is FetchFault.Size or FetchFault.Compression)
        {
            // A file nobody can read in full asks for something; we cannot tell what.
            return "user-agent: *\ndisallow: /";
        }
    }
}
