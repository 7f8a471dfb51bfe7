using System.Net;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>
/// Asks hosts for pages, politely and only those of the public internet. Redirects are followed by hand and every hop is
/// looked at as the first was: scheme, robots.txt, the host's turn, the address connected to. Safe for several threads.
/// </summary>
public sealed class LinkFetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly IngestionOptions limits;
    private readonly TimeProvider time;
    private readonly WebClient client;
    private readonly RobotsFiles robots;
    private readonly HostCourtesy courtesy;

    /// <summary>With the system's name resolution.</summary>
    public LinkFetcher(FetchOptions options, IngestionOptions limits, TimeProvider time)
        : this(options, limits, time, lookup: null)
    {
    }

    internal LinkFetcher(FetchOptions options, IngestionOptions limits, TimeProvider time, AddressLookup? lookup)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.limits, this.time) = (options, limits, time);
        client = new WebClient(options, lookup);
        robots = new RobotsFiles(client, options, time);
        courtesy = new HostCourtesy(options.HostDelay, time);
    }

    /// <summary>What every request says it comes from.</summary>
    public string UserAgent => client.UserAgent;

    /// <summary>Asks for a link. Never throws for what is wrong with link, host or answer.</summary>
    /// <param name="link">http or https.</param>
    /// <param name="known">From the last time; then <see cref="PageNotModified"/> is possible.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public async Task<FetchOutcome> FetchAsync(string link, PageValidators? known, CancellationToken cancellationToken)
    {
        if (!LinkAddress.TryRead(link, out var address, out var reason)) return new FetchFailed(FetchFault.Link, reason);
        try
        {
            return await FollowAsync(address, known, cancellationToken);
        }
        catch (FetchException fault)
        {
            return fault.Failure;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return FailureOf(fault, address.Host);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchFailed(FetchFault.Time, $"{address.Host} took longer than Fetching:Timeout allows ({options.Timeout.TotalSeconds:0.##} s): try again later.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<FetchOutcome> FollowAsync(Uri address, PageValidators? known, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = options.Timeout;
        Uri? movedTo = null;
        var permanent = true;
        for (var hop = 0; hop <= options.MaxRedirects; hop++)
        {
            if (!seen.Add(address.AbsoluteUri)) return new FetchFailed(FetchFault.Redirect, $"{LinkAddress.Shown(address.AbsoluteUri)} leads back to itself: open it in a browser and save the page.");
            if (courtesy.PausedUntil(address.Host) is { } until) return new FetchFailed(FetchFault.Paused, $"{address.Host} asked not to be asked again before {until:yyyy-MM-dd HH:mm} UTC: try again then.", until);
            using var turn = await courtesy.TakeTurnAsync(address.Host, cancellationToken);
            using var deadline = new CancellationTokenSource(left, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            var started = time.GetTimestamp();
            if (!await robots.AllowsAsync(address, either.Token)) return new FetchFailed(FetchFault.Robots, $"{address.Host} asks in its robots.txt not to fetch {LinkAddress.Shown(address.AbsolutePath)}: save the page and add the file.");
            using var answer = await client.GetAsync(address, known, either.Token);
            if (NextHop(answer, address) is not { } next) return await EndAsync(answer, address, hop == 0 ? null : movedTo, known, either.Token);
            permanent &= answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            if (permanent) movedTo = next;
            left -= time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero) throw new OperationCanceledException(deadline.Token);
            address = next;
        }

        return new FetchFailed(FetchFault.Redirect, $"The link was redirected more than {options.MaxRedirects} times: open it in a browser and save the page.");
    }

    private static Uri? NextHop(HttpResponseMessage answer, Uri address)
    {
        if (answer.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)) return null;
        if (answer.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var next))
            throw FetchException.Of(FetchFault.Redirect, $"{address.Host} redirects without saying where: open the link in a browser and save the page.");
        if (LinkAddress.Refuse(next) is { } reason) throw FetchException.Of(FetchFault.Redirect, $"{address.Host} redirects to what is not followed. {reason}");
        return next;
    }

    private async Task<FetchOutcome> EndAsync(HttpResponseMessage answer, Uri address, Uri? movedTo, PageValidators? known, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified && known is { Any: true }) return new PageNotModified();
        if (answer.StatusCode != HttpStatusCode.OK) return Refused(answer, address);
        var type = answer.Content.Headers.ContentType;
        if (type?.MediaType is { } media && StatusSentences.IsNoText(media)) return new FetchFailed(FetchFault.Kind, $"{LinkAddress.Shown(address.AbsoluteUri)} is {media}, not a text: give the link of the article.");
        var bytes = await BodyReader.ReadAsync(answer.Content, LinkAddress.Shown(address.AbsoluteUri), limits.MaxItemBytes, options.MaxCompressionRatio, cancellationToken);
        if (bytes.Length == 0) return new FetchFailed(FetchFault.Status, $"{LinkAddress.Shown(address.AbsoluteUri)} is an empty page.", Status: 200);
        return new FetchedPage(bytes, address, type?.MediaType?.ToLowerInvariant(), type?.CharSet, WebClient.ValidatorsOf(answer), time.GetUtcNow(), movedTo);
    }

    private FetchFailed Refused(HttpResponseMessage answer, Uri address)
    {
        var status = (int)answer.StatusCode;
        var retry = status is 429 or 503 ? RetryAfter.Read(answer.Headers.RetryAfter, time.GetUtcNow()) : null;
        if (retry is { } until) courtesy.Pause(address.Host, until);
        return new FetchFailed(FetchFault.Status, StatusSentences.Of(status, LinkAddress.Shown(address.AbsoluteUri), retry), retry, status);
    }

    private static FetchFailed FailureOf(Exception fault, string host)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchException expected) return expected.Failure;
        }

        var reason = fault is HttpRequestException request ? StatusSentences.Of(request.HttpRequestError, host) : $"{host} broke off in the middle of the page";
        return new FetchFailed(FetchFault.Network, $"{reason}: try again later.");
    }
}
