using BriefingBot.DiscordNet;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot;

/// <summary>The library that carries the Discord platform's calls and events, where the build chose Discord.Net.</summary>
internal static class DiscordConnector
{
    /// <summary>The library and its version, for the log.</summary>
    public static string Library => DiscordNetTransport.Library;

    public static IServiceCollection AddDiscordConnector(this IServiceCollection services) => services.AddDiscordNet();
}
