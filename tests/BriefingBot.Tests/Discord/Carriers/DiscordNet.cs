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

    /// <summary>
    /// It doubles its wait up to a minute while attempts fail in a row; a fake that sends a hundred events again to each new session, and breaks one connection
    /// in fourteen events, would keep it out for longer than a test can wait.
    /// </summary>
    public static double Breaks => 0.2;

    /// <summary>Why the chaos run cannot be passed; null when it can.</summary>
    public static string? NoChaos => "Discord.Net 3.16.0 stays without a session for more than three minutes after a resume was refused between broken connections";

    public static int Patience => 180;
}
