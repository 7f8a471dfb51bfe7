using BriefingBot.Discord;
using BriefingBot.DiscordNet;

namespace BriefingBot.Tests.Discord;

/// <summary>What carries the tests' calls and events: Discord.Net, where the build chose it.</summary>
internal static class Carrier
{
    public static OpenTransport Open { get; } = DiscordNetTransport.Open;
}
