namespace BriefingBot.Discord.Gateway;

/// <summary>The gateway's patience. Discord's own numbers unless a test says otherwise.</summary>
internal sealed record GatewayTimings
{
    /// <summary>How long connecting and the first frame may take.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Least time between two identifies.</summary>
    public TimeSpan BetweenIdentifies { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Shortest and longest wait after an invalid session.</summary>
    public (TimeSpan Shortest, TimeSpan Longest) AfterInvalidSession { get; init; } = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Connections in a row that may fail to resume before a session is started afresh.</summary>
    public int MostFailedResumes { get; init; } = 5;
}
