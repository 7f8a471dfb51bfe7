using System.Net;
using System.Security.Cryptography;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>What carries calls and events between the platform and Discord. All else (commands, rendering, limits, promises) is the platform's.</summary>
/// <param name="Calls">REST.</param>
/// <param name="Gateway">Events.</param>
internal sealed record DiscordTransport(IDiscordCalls Calls, IDiscordGateway Gateway)
{
    /// <summary>This assembly's own client.</summary>
    public static DiscordTransport BuiltIn(DiscordOptions options, GatewayClock clock, ILoggerFactory loggers)
    {
        var credentials = new DiscordCredentials(options.Token ?? "", options.ApiBaseUrl);
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        var api = new DiscordApi(new DiscordRest(Http(), credentials, clock.Time, random, loggers.CreateLogger<DiscordRest>()), options);
        return new DiscordTransport(api, new GatewayClient(api, credentials, options, clock, loggers.CreateLogger<GatewayClient>()));
    }

    /// <summary>Follows no redirect, keeps no cookies; the timeouts are each call's own.</summary>
    internal static HttpClient Http() => new(new SocketsHttpHandler
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

/// <summary>Opens a transport; nothing is sent before it is used. Registered as a service, it takes the place of the built-in one.</summary>
internal delegate DiscordTransport OpenTransport(DiscordOptions options, GatewayClock clock, ILoggerFactory loggers);
