using System.Globalization;
using BriefingBot.Core.Digests;

namespace BriefingBot.Cli.Json;

/// <summary>What the schedule verbs answer.</summary>
internal sealed record SchedulesDocument(IReadOnlyList<ListedSchedule> Schedules);

internal sealed record ListedSchedule(
    string ScheduleId,
    string Platform,
    string? Workspace,
    string Channel,
    string At,
    string Zone,
    IReadOnlyList<string> Days,
    string? Topic,
    IReadOnlyList<string> Publishers,
    IReadOnlyList<string> Languages,
    int Stories,
    bool PostWhenEmpty,
    string WhenUnsure,
    DateTimeOffset NextDueUtc,
    DateTimeOffset? PausedUtc,
    string? PausedReason)
{
    public static ListedSchedule Of(DigestSchedule s) => new(
        s.Id, s.Place.Platform, s.Place.Workspace, s.Place.Channel, s.Time.ToString("HH:mm", CultureInfo.InvariantCulture), s.Zone,
        [.. s.Days.Select(d => d.ToString()[..3].ToLowerInvariant())], s.Topic, s.Publishers, s.Languages, s.Stories, s.PostWhenEmpty,
        s.WhenUnsure.ToString().ToLowerInvariant(), s.NextDueUtc, s.PausedUtc, s.PausedReason);
}
