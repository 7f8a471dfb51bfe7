using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Stays connected: resumes what can be resumed, starts over what cannot, waits longer after each failure, keeps within the
/// number of sessions Discord grants, and gives up only with a sentence that names the setting to change.
/// </summary>
internal sealed partial class GatewayClient(DiscordApi api, DiscordCredentials credentials, DiscordOptions options, GatewayClock clock, ILogger<GatewayClient> logger) : IDiscordGateway
{
    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;

    private readonly GatewaySession _session = new();
    private long? _identifiedAt;
    private string? _address;

    /// <summary>What we ask to be told: guilds and threads as they change, and messages; no privileged intent unless the desk wants it.</summary>
    public int Intents => Guilds | GuildMessages | DirectMessages | (options.MessageContent ? MessageContent : 0);

    /// <summary>Runs until cancelled. <paramref name="deliver"/> is called on the receive loop and must only put the event aside.</summary>
    /// <exception cref="ChatException">A setting must be changed first.</exception>
    public async Task RunAsync(Action<string, JsonElement> deliver, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            _session.Live = false;
            var resuming = _session.CanResume;
            var verdict = await ConnectAsync(deliver, cancellationToken);
            failures = _session.Live ? 0 : failures + 1;
            LogEnded(verdict.Reason, verdict.Next, failures);
            if (verdict.Next == NextStep.GiveUp)
            {
                throw new ChatException(verdict.Reason);
            }

            if (verdict.Next == NextStep.StartOver || (resuming && failures >= clock.Timings.MostFailedResumes))
            {
                _session.Forget();
            }

            await WaitAsync(verdict, failures, cancellationToken);
        }
    }

    private async Task<CloseVerdict> ConnectAsync(Action<string, JsonElement> deliver, CancellationToken cancellationToken)
    {
        try
        {
            var address = _session.CanResume ? _session.ResumeUrl! : await MayStartAsync(cancellationToken);
            var identity = new IdentifyData(credentials.Token, Intents, new IdentifyProperties(OperatingSystem.IsWindows() ? "windows" : "linux", "briefingbot", "briefingbot"));
            return await new GatewayConnection(_session, deliver, clock, logger).RunAsync(WithQuery(address), identity, cancellationToken);
        }
        catch (DiscordApiException refusal) when (refusal.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            return new CloseVerdict(NextStep.Resume, refusal.Message);
        }
        catch (DiscordApiException)
        {
            return CloseVerdict.Of(4004);
        }
    }

    /// <summary>Waits until a session may be started; the gateway's address.</summary>
    private async Task<string> MayStartAsync(CancellationToken cancellationToken)
    {
        var gateway = await api.GatewayAsync(cancellationToken);
        _address = gateway.Url;
        if (gateway.Shards > 1)
        {
            LogShards(gateway.Shards);
        }

        if (gateway.SessionStartLimit is { Remaining: <= 0, ResetAfter: > 0 } limit)
        {
            var wait = TimeSpan.FromMilliseconds(limit.ResetAfter);
            LogNoSessions(limit.Total, wait);
            await Task.Delay(wait, clock.Time, cancellationToken);
        }

        if (_identifiedAt is { } last && clock.Timings.BetweenIdentifies - clock.Time.GetElapsedTime(last) is var early && early > TimeSpan.Zero)
        {
            await Task.Delay(early, clock.Time, cancellationToken);
        }

        _identifiedAt = clock.Time.GetTimestamp();
        return _address;
    }

    private async Task WaitAsync(CloseVerdict verdict, int failures, CancellationToken cancellationToken)
    {
        var (shortest, longest) = clock.Timings.AfterInvalidSession;
        var wait = failures > 0 ? clock.Backoff.After(failures) : TimeSpan.Zero;
        if (verdict.WaitFirst)
        {
            var polite = shortest + ((longest - shortest) * clock.Backoff.Next());
            wait = wait > polite ? wait : polite;
        }

        await Task.Delay(wait, clock.Time, cancellationToken);
    }

    private static Uri WithQuery(string address)
    {
        var start = new UriBuilder(address) { Query = "v=10&encoding=json&compress=zlib-stream" };
        start.Path = start.Path.Length == 0 ? "/" : start.Path;
        return start.Uri;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Reason} Next: {Next} (failures in a row: {Failures})")]
    private partial void LogEnded(string reason, NextStep next, int failures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord recommends {Shards} connections for this bot; BriefingBot runs one, which Discord takes up to 2,500 guilds")]
    private partial void LogShards(int shards);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord grants {Total} session starts a day and all are used; the next is in {Wait}. Something restarts the bot too often")]
    private partial void LogNoSessions(int total, TimeSpan wait);
}
