using System.Net;
using System.Security.Cryptography;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>The platform's parts, put together.</summary>
internal sealed record DiscordParts(DiscordApi Api, GatewayClient Gateway, DiscordEvents Events, ReplySender Sender)
{
    public required DiscordSelf Self { get; init; }
    public required AbilityReader Abilities { get; init; }
    public required CommandRegistration Registration { get; init; }
    public required RequestRunner Runner { get; init; }

    /// <param name="options">The settings; a token must be among them.</param>
    /// <param name="menu">What is offered.</param>
    /// <param name="clock">Time and chance.</param>
    /// <param name="loggers">Loggers.</param>
    public static DiscordParts Build(DiscordOptions options, ChatMenu menu, GatewayClock clock, ILoggerFactory loggers)
    {
        var credentials = new DiscordCredentials(options.Token ?? "", options.ApiBaseUrl);
        var http = Http();
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        var api = new DiscordApi(new DiscordRest(http, credentials, clock.Time, random, loggers.CreateLogger<DiscordRest>()), options);
        var downloads = new AttachmentDownloads(http, credentials, options, clock.Time);
        var self = new DiscordSelf();
        var sender = new ReplySender(api, new PageStore(), new Continuations(api), clock.Time);
        var runner = new RequestRunner(loggers.CreateLogger<RequestRunner>());
        var abilities = new AbilityReader(api, self, clock.Time);
        var channels = new ChannelDirectory(api, self);
        var interactions = new InteractionHandler(api, new InteractionReader(menu, downloads, clock.Time), sender, runner, loggers.CreateLogger<InteractionHandler>());
        var messages = new MessageHandler(new MessageReader(api, abilities, downloads, self, clock.Time), channels, sender, runner, self);
        return new DiscordParts(
            api,
            new GatewayClient(api, credentials, options, clock, loggers.CreateLogger<GatewayClient>()),
            new DiscordEvents(interactions, messages, channels, abilities, self),
            sender)
        {
            Self = self,
            Abilities = abilities,
            Registration = new CommandRegistration(api, menu, options, loggers.CreateLogger<CommandRegistration>()),
            Runner = runner,
        };
    }

    /// <summary>Time and chance as they are outside tests, unless the timings say otherwise.</summary>
    public static GatewayClock Clock(TimeProvider time, GatewayTimings? other = null)
    {
        var timings = other ?? new GatewayTimings();
        return new GatewayClock(time, new Backoff(new Random(RandomNumberGenerator.GetInt32(int.MaxValue)), timings.FirstBackoff, timings.LongestBackoff), timings);
    }

    /// <summary>Follows no redirect, keeps no cookies; the timeouts are each call's own.</summary>
    private static HttpClient Http() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
