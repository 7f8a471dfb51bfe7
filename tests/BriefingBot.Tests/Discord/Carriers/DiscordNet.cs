using BriefingBot.Discord;
using BriefingBot.DiscordNet;

namespace BriefingBot.Tests.Discord;

/// <summary>What carries the tests' calls and events: Discord.Net, where the build chose it.</summary>
internal static class Carrier
{
    public static OpenTransport Open { get; } = DiscordNetTransport.Open;

    /// <summary>It waits one second before it connects again, and up to five after an invalid session, both unchangeable.</summary>
    public static TimeSpan LongestGap { get; } = TimeSpan.FromSeconds(60);

    /// <summary>It resumes after the number it saw last, so an event overtaken just before a break is lost. Discord itself keeps the order.</summary>
    public static double Disorder => 0;

    /// <summary>Seconds twenty questions may take then.</summary>
    public static int Patience => 180;
}
