using BriefingBot.Discord;
using BriefingBot.DiscordNet;

namespace BriefingBot.Tests.Discord;

/// <summary>What carries the tests' calls and events: Discord.Net, where the build chose it.</summary>
internal static class Carrier
{
    public static OpenTransport Open { get; } = DiscordNetTransport.Open;

    /// <summary>It waits one second before it connects again, and up to five after an invalid session, both unchangeable.</summary>
    public static TimeSpan LongestGap { get; } = TimeSpan.FromSeconds(60);

    public static int Patience => 180;
}
