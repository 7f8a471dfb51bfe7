namespace BriefingBot.Core.Digests;

/// <summary>What a digest is made for.</summary>
/// <param name="ScheduleId">Null where it is made by hand.</param>
/// <param name="DueUtc">When it was due.</param>
/// <param name="Topic">Words a story must be about; null: any.</param>
/// <param name="Publishers">Empty: any.</param>
/// <param name="Languages">Empty: any.</param>
/// <param name="Stories">Stories told; the rest are counted.</param>
internal sealed record DigestWishes(
    string? ScheduleId, DateTimeOffset DueUtc, string? Topic = null, IReadOnlyList<string>? Publishers = null, IReadOnlyList<string>? Languages = null, int Stories = 8)
{
    public static DigestWishes Of(DigestSchedule schedule, DateTimeOffset due) =>
        new(schedule.Id, due, schedule.Topic, schedule.Publishers, schedule.Languages, schedule.Stories);
}
