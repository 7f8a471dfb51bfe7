using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Calls Discord. Waits for limits before a call and after a refusal; repeats an attempt of unknown fate (a 5xx, a timeout,
/// a lost connection) only where a second arrival changes nothing; stops for good when the token is refused.
/// </summary>
internal sealed partial class DiscordRest(HttpClient http, DiscordCredentials credentials, TimeProvider time, Random random, ILogger<DiscordRest> logger)
{
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    internal const int MostAttempts = 6;
    private static readonly TimeSpan Remarkable = TimeSpan.FromSeconds(5);
    private const int LargestAnswer = 8 * 1024 * 1024;

    private readonly RateLimiter _limits = new(time);
    private readonly InvalidRequestCeiling _ceiling = new(time);
    private readonly Backoff _backoff = new(random, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5));
    private volatile bool _tokenRefused;

    /// <summary>Calls, and reads the answer.</summary>
    /// <exception cref="DiscordApiException">Discord refused, or did not answer in time.</exception>
    public async Task<T> CallAsync<T>(DiscordRoute route, Func<HttpContent>? body, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        var bytes = await CallAsync(route, body, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(bytes, answer) ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw new DiscordApiException($"Discord's answer to {route} could not be read: {fault.Message}", fault);
        }
    }

    /// <summary>Calls; the answer's bytes, which may be none.</summary>
    /// <exception cref="DiscordApiException">Discord refused, or did not answer in time.</exception>
    public async Task<byte[]> CallAsync(DiscordRoute route, Func<HttpContent>? body, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(route.Deadline ?? Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        DiscordApiException? last = null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                ThrowIfShut(route);
                var outcome = await AttemptAsync(route, body, both.Token);
                if (outcome.Bytes is { } bytes)
                {
                    return bytes;
                }

                last = outcome.Fault!;
                if (!outcome.TryAgain || attempt >= MostAttempts)
                {
                    throw last;
                }

                LogRetry(route, attempt, last.Message);
                await Task.Delay(outcome.Wait ?? Wait(route, attempt), time, both.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw last is null
                ? new DiscordApiException($"Discord gave no answer to {route} in time.") { Transient = true }
                : new DiscordApiException($"Discord gave no better answer to {route} in time: {last.Message}", last) { Transient = true, Code = last.Code, Status = last.Status };
        }
    }

    private TimeSpan Wait(DiscordRoute route, int attempt)
        => route.Deadline is null ? _backoff.After(attempt) : TimeSpan.FromMilliseconds(50 * attempt);

    private async Task<Outcome> AttemptAsync(DiscordRoute route, Func<HttpContent>? body, CancellationToken cancellationToken)
    {
        var bucket = await _limits.EnterAsync(route, cancellationToken);
        var settled = false;
        var perAttempt = route.Deadline is { } whole ? whole / 2.5 : AttemptTimeout;
        using var timeout = new CancellationTokenSource(perAttempt, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(route, body);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            settled = true;
            _limits.Learn(route, bucket, response.Headers);
            var bytes = await ReadAsync(response, both.Token);
            return Judge(route, bucket, response, bytes);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var lost = new DiscordApiException($"Discord gave no answer to {route}: {(fault is OperationCanceledException ? "it took too long" : fault.Message)}", fault) { Transient = true };
            return new Outcome { Fault = lost, TryAgain = route.Repeatable };
        }
        finally
        {
            if (!settled)
            {
                bucket.ReturnedUnknown();
            }
        }
    }

    private Outcome Judge(DiscordRoute route, RateLimitBucket bucket, HttpResponseMessage response, byte[] bytes)
    {
        if (response.IsSuccessStatusCode)
        {
            return new Outcome { Bytes = bytes };
        }

        var fault = DiscordApiException.From(route, response.StatusCode, bytes);
        var shared = response.Headers.TryGetValues("X-RateLimit-Scope", out var scope) && scope.First() == "shared";
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (response.StatusCode == HttpStatusCode.TooManyRequests && !shared))
        {
            _ceiling.Count();
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized && !route.ByInteractionToken)
        {
            _tokenRefused = true;
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var wait = RetryAfter(response, bytes);
            _limits.Pause(bucket, wait, response.Headers.Contains("X-RateLimit-Global"));
            LogLimited(wait > Remarkable ? LogLevel.Warning : LogLevel.Information, route, wait, shared);
            return new Outcome { Fault = fault, TryAgain = true, Wait = wait };
        }

        return new Outcome { Fault = fault, TryAgain = (int)response.StatusCode >= 500 && route.Repeatable };
    }

    /// <summary>Whole seconds stand in the header; the body's number is finer.</summary>
    private static TimeSpan RetryAfter(HttpResponseMessage response, byte[] bytes)
    {
        var seconds = RateLimiter.Number(response.Headers, "Retry-After") ?? 1;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("retry_after", out var finer) && finer.ValueKind == JsonValueKind.Number && finer.TryGetDouble(out var value))
            {
                seconds = value;
            }
        }
        catch (JsonException)
        {
            // Not Discord's JSON (a proxy in between answers in its own words): the header's number stands.
        }

        return TimeSpan.FromSeconds(double.IsFinite(seconds) ? Math.Clamp(seconds, 0, 86_400) : 1) + TimeSpan.FromMilliseconds(5);
    }

    private void ThrowIfShut(DiscordRoute route)
    {
        if (_tokenRefused && !route.ByInteractionToken)
        {
            throw new DiscordApiException("Discord refused the token: set Discord:Token (environment variable BRIEFINGBOT_Discord__Token) to the token the developer portal shows, and start again.") { Status = HttpStatusCode.Unauthorized };
        }

        if (_ceiling.Closed() is { } wait)
        {
            throw new DiscordApiException($"Too many of our calls were refused; nothing is sent to Discord for another {wait.TotalMinutes:0} minutes, so that it does not shut us out.") { Transient = true };
        }
    }

    private HttpRequestMessage Request(DiscordRoute route, Func<HttpContent>? body)
    {
        var request = new HttpRequestMessage(route.Method, credentials.ApiBase + route.Path) { Content = body?.Invoke() };
        request.Headers.UserAgent.ParseAdd("DiscordBot (https://example.org/briefingbot, 1)");
        if (!route.ByInteractionToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", credentials.Token);
        }

        return request;
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await Bounded.ReadAsync(stream, LargestAnswer, cancellationToken) ?? throw new IOException($"the answer is larger than {LargestAnswer:N0} bytes");
    }

    private readonly record struct Outcome(byte[]? Bytes, DiscordApiException? Fault, bool TryAgain, TimeSpan? Wait);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Route}: attempt {Attempt} failed and is repeated: {Reason}")]
    private partial void LogRetry(DiscordRoute route, int attempt, string reason);

    [LoggerMessage(Message = "Discord's rate limit on {Route}: waiting {Wait} (shared with others: {Shared})")]
    private partial void LogLimited(LogLevel level, DiscordRoute route, TimeSpan wait, bool shared);
}

/// <summary>The token and where it goes. Prints nothing of itself, so that no log can.</summary>
internal sealed class DiscordCredentials(string token, string apiBaseUrl)
{
    public string Token { get; } = token;

    /// <summary>The base address without a slash at its end.</summary>
    public string ApiBase { get; } = apiBaseUrl.TrimEnd('/');

    public override string ToString() => "(Discord credentials)";
}
