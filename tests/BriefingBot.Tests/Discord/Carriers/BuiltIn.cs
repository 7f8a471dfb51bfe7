using BriefingBot.Discord;

namespace BriefingBot.Tests.Discord;

/// <summary>What carries the tests' calls and events: this build's own client.</summary>
internal static class Carrier
{
    public static OpenTransport Open { get; } = DiscordTransport.BuiltIn;
}
