using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.Discord.Rest;
using Discord.Net.Rest;

namespace BriefingBot.DiscordNet;

/// <summary>
/// Discord.Net's own sender, with the two things its API has no words for: a nonce Discord enforces ("Create Message"), so that a post made again finds
/// the first; and the repetition of attempts of unknown fate where a second arrival changes nothing.
/// </summary>
internal sealed class RepeatingRestClient(IRestClient inner, TimeProvider time) : IRestClient
{
    private const string Payload = "payload_json";
    private readonly AsyncLocal<string?> _nonce = new();

    /// <summary>The nonce of the post the calling method makes; null for none. Ends with that method.</summary>
    public string? Nonce
    {
        get => _nonce.Value;
        set => _nonce.Value = value;
    }

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
        => RepeatAsync(method, endpoint, token => inner.SendAsync(method, endpoint, token, headerOnly, reason, requestHeaders), cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
    {
        var body = Marked(method, endpoint, json);
        return RepeatAsync(method, endpoint, token => inner.SendAsync(method, endpoint, body, token, headerOnly, reason, requestHeaders), cancelToken);
    }

    public Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
    {
        var form = multipartParams.ToDictionary(static part => part.Key, part => part is { Key: Payload, Value: string json } ? Marked(method, endpoint, json) : part.Value, StringComparer.Ordinal);
        return RepeatAsync(method, endpoint, token => inner.SendAsync(method, endpoint, form, token, headerOnly, reason, requestHeaders), cancelToken);
    }

    public void Dispose() => inner.Dispose();

    private static bool IsPost(string method, string endpoint) => method == "POST" && endpoint.StartsWith("channels/", StringComparison.Ordinal) && endpoint.EndsWith("/messages", StringComparison.Ordinal);

    private static bool IsCallback(string endpoint) => endpoint.StartsWith("interactions/", StringComparison.Ordinal);

    private static bool Repeatable(string method, string endpoint, bool nonce)
        => method != "POST" || (IsPost(method, endpoint) && nonce) || IsCallback(endpoint) || endpoint.EndsWith("/typing", StringComparison.Ordinal) || endpoint == "users/@me/channels";

    private string Marked(string method, string endpoint, string json)
    {
        if (Nonce is not { } nonce || !IsPost(method, endpoint) || JsonNode.Parse(json) is not JsonObject body) return json;
        (body["nonce"], body["enforce_nonce"]) = (nonce, true);
        return body.ToJsonString();
    }

    private async Task<RestResponse> RepeatAsync(string method, string endpoint, Func<CancellationToken, Task<RestResponse>> send, CancellationToken cancelToken)
    {
        var callback = IsCallback(endpoint);
        using var deadline = new CancellationTokenSource(callback ? DiscordApi.CallbackDeadline : DiscordRest.Patience, time);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancelToken);
        try
        {
            var most = Repeatable(method, endpoint, Nonce is not null) ? DiscordRest.MostAttempts : 1;
            for (var attempt = 1; attempt < most; attempt++)
            {
                if (await TryAsync(send, callback, whole.Token) is { } response) return response;
                await Task.Delay(callback ? TimeSpan.FromMilliseconds(50 * attempt) : TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt - 1)), time, whole.Token);
            }

            return await AttemptAsync(send, callback, whole.Token);
        }
        catch (OperationCanceledException late) when (!cancelToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Discord gave no answer to {method} {endpoint.Split('/')[0]} in time.", late);
        }
    }

    /// <returns>Null when the attempt's fate is unknown, and it can be made again.</returns>
    private async Task<RestResponse?> TryAsync(Func<CancellationToken, Task<RestResponse>> send, bool callback, CancellationToken whole)
    {
        try
        {
            var response = await AttemptAsync(send, callback, whole);
            return response.StatusCode < HttpStatusCode.InternalServerError ? response : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !whole.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<RestResponse> AttemptAsync(Func<CancellationToken, Task<RestResponse>> send, bool callback, CancellationToken whole)
    {
        using var timeout = new CancellationTokenSource(callback ? DiscordApi.CallbackDeadline / 2.5 : DiscordRest.AttemptTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, whole);
        return await send(both.Token);
    }
}
