using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot;

/// <summary>
/// The library that carries the Discord platform's calls and events. This one is built in; a build with <c>-p:DiscordLibrary=Discord.Net</c> has the class
/// of this name in <c>DiscordNet/</c> in its place.
/// </summary>
internal static class DiscordConnector
{
    /// <summary>The library and its version, for the log.</summary>
    public static string Library { get; } = $"the built-in client {typeof(Discord.DiscordPlatform).Assembly.GetName().Version?.ToString(3)}";

    public static IServiceCollection AddDiscordConnector(this IServiceCollection services) => services;
}
