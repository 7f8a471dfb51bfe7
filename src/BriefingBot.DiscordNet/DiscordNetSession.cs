using System.Text.RegularExpressions;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace BriefingBot.DiscordNet;

/// <summary>Discord.Net's client, set up for us, and what both halves of the transport know of it.</summary>
internal sealed partial class DiscordNetSession : IAsyncDisposable
{
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(5);
    private readonly string _token;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _entry = new(1, 1);
    private volatile bool _entered;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DiscordNetSession(DiscordOptions options, GatewayClock clock, ILoggerFactory loggers)
    {
        _token = options.Token ?? "";
        _time = clock.Time;
        _logger = loggers.CreateLogger("Discord.Net");
        var api = new DiscordCredentials(_token, options.ApiBaseUrl).ApiBase + "/";
        Rest = new RepeatingRestClient(DefaultRestClientProvider.Instance(api), clock.Time);
        Client = new DiscordSocketClient(Config(options));
        Client.Log += LogAsync;
        Client.Ready += () =>
        {
            _ready.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public DiscordSocketClient Client { get; }

    /// <summary>What the client sends by. The gateway's address is asked for there, so the base address decides everything.</summary>
    public RepeatingRestClient Rest { get; }

    /// <summary>The interactions whose tokens still live.</summary>
    public LiveInteractions Interactions { get; } = new();

    /// <summary>Ends when the gateway has told which application and which guilds are ours; the library knows neither before.</summary>
    public Task ReadyAsync => _ready.Task;

    /// <summary>Logs in, once.</summary>
    /// <exception cref="DiscordApiException">Discord refused, or did not answer.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (_entered) return;
        await _entry.WaitAsync(cancellationToken);
        try
        {
            if (_entered) return;
            // What Discord thinks of the token counts, not how it looks; the library itself would not ask before it connects.
            await Refusal.Of(async () =>
            {
                if (Client.LoginState != LoginState.LoggedIn) await Client.LoginAsync(TokenType.Bot, _token, validateToken: false);
                await Client.Rest.GetApplicationInfoAsync();
            });
            _entered = true;
        }
        finally
        {
            _entry.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _entry.Dispose();
        await Client.DisposeAsync();
    }

    private DiscordSocketConfig Config(DiscordOptions options) => new()
    {
        RestClientProvider = _ => Rest,
        WebSocketProvider = () => new SettlingSocket(DefaultWebSocketProvider.Instance(), SettledAsync),
        GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages | (options.MessageContent ? GatewayIntents.MessageContent : GatewayIntents.None),
        LogGatewayIntentWarnings = false,
        // Three seconds are Discord's to count: a local clock that is wrong must keep nobody from being answered.
        UseInteractionSnowflakeDate = false,
        ResponseInternalTimeCheck = false,
        UseSystemClock = false,
        // What may be repeated is known where it is sent; only limits are the library's.
        DefaultRetryMode = RetryMode.RetryRatelimit,
        HandlerTimeout = null,
        LogLevel = LogSeverity.Verbose,
    };

    /// <summary>
    /// Ends when every guild that was told is marked so. One that Discord calls unavailable has no roles, and is never marked; nor is hearing anything at all
    /// made to wait long for the rest.
    /// </summary>
    private Task SettledAsync()
    {
        var open = Client.Guilds.Where(static guild => guild is { IsSynced: false, EveryoneRole: not null }).Select(static guild => guild.SyncPromise).ToList();
        return open.Count == 0 ? Task.CompletedTask : Task.WhenAny(Task.WhenAll(open), Task.Delay(LongestSettling, _time));
    }

    /// <summary>The library's own sentences, without the tokens that stand in the paths it names.</summary>
    private Task LogAsync(LogMessage said)
    {
        var level = said.Severity switch
        {
            LogSeverity.Critical => LogLevel.Critical,
            LogSeverity.Error => LogLevel.Error,
            LogSeverity.Warning => LogLevel.Warning,
            LogSeverity.Info => LogLevel.Information,
            _ => LogLevel.Debug,
        };
        var text = WithoutTokens($"{said.Message} {said.Exception?.GetBaseException().Message}").Trim();
        LogSaid(level, said.Source, text);
        return Task.CompletedTask;
    }

    internal static string WithoutTokens(string text) => TokenInPath().Replace(text, "${kind}/${id}/…");

    [GeneratedRegex("(?<kind>webhooks|interactions)/(?<id>[0-9]+)/[^/ ]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TokenInPath();

    [LoggerMessage(Message = "{Source}: {Said}")]
    private partial void LogSaid(LogLevel level, string source, string said);
}
