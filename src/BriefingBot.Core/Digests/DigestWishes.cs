namespace BriefingBot.Core.Digests;

/// <summary>What a digest is made for.</summary>
/// <param name="Schedule">Null where it is made by hand.</param>
/// <param name="DueUtc">When it was due.</param>
/// <param name="Place">The channel one made by hand belongs to, as <see cref="PlaceOf"/> names it; null for the command line and for schedules.</param>
internal sealed record DigestWishes(DigestSchedule? Schedule, DateTimeOffset DueUtc, string? Place = null)
{
    /// <summary>Stories of a digest made by hand.</summary>
    private const int StoriesByHand = 8;

    public string? ScheduleId => Schedule?.Id;

    public string? Topic => Schedule?.Topic;

    public IReadOnlyList<string> Publishers => Schedule?.Publishers ?? [];

    public IReadOnlyList<string> Languages => Schedule?.Languages ?? [];

    /// <summary>Stories told; the rest are counted.</summary>
    public int Stories => Schedule?.Stories ?? StoriesByHand;

    /// <summary>A channel's key in the library file; its threads belong to it.</summary>
    public static string PlaceOf(Channels.ChannelKey channel) => $"{channel.Workspace.Platform}/{channel.Workspace.Id}/{channel.Channel}";
}
