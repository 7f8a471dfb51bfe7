using BriefingBot.Discord;

namespace BriefingBot.Tests.Discord;

/// <summary>What carries the tests' calls and events: this build's own client.</summary>
internal static class Carrier
{
    public static OpenTransport Open { get; } = DiscordTransport.BuiltIn;

    /// <summary>How long it may be without a connection where every tenth event breaks one, on a machine that is busy with other tests.</summary>
    public static TimeSpan LongestGap { get; } = TimeSpan.FromSeconds(20);

    /// <summary>How often an event may change places with the next.</summary>
    public static double Disorder => 0.1;

    /// <summary>Seconds twenty questions may take then.</summary>
    public static int Patience => 120;
}
