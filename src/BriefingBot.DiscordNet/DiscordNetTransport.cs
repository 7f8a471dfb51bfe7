using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.DiscordNet;

/// <summary>
/// Discord.Net (https://docs.discordnet.dev) as what carries the Discord platform's calls and events. It keeps the connection, the sessions and the rate
/// limits; commands, rendering and promises stay <see cref="DiscordPlatform"/>'s, so that nobody who talks to the bot can tell which one carries.
/// </summary>
public static class DiscordNetTransport
{
    /// <summary>The library and its version, for the log.</summary>
    public static string Library { get; } = $"Discord.Net {DiscordConfig.Version}";

    /// <summary>Puts Discord.Net in the place of the built-in client of the Discord platform.</summary>
    public static IServiceCollection AddDiscordNet(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<OpenTransport>(Open);
    }

    internal static DiscordTransport Open(DiscordOptions options, GatewayClock clock, ILoggerFactory loggers)
    {
        var session = new DiscordNetSession(options, clock, loggers);
        return new DiscordTransport(new DiscordNetCalls(session, options), new DiscordNetGateway(session, clock));
    }
}
