using System.CommandLine;
using System.Globalization;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Digests;

/// <summary><c>digest schedules set</c>: a new schedule, or with <c>--id</c> another form of one; setting starts a paused one again.</summary>
internal sealed class ScheduleSetVerb : Verb
{
    private readonly Option<string?> _id = new("--id") { HelpName = "ID", Description = "the schedule to change; without it a new one is made" };
    private readonly Option<string?> _at = new("--at") { HelpName = "HH:MM", Description = "local time of day" };
    private readonly Option<string?> _zone = new("--zone") { HelpName = "ZONE", Description = "IANA time zone, such as Europe/Berlin" };
    private readonly Option<string?> _days = new("--days") { HelpName = "DAYS", Description = "such as mon,tue,fri (default every day)" };
    private readonly Option<string?> _topic = new("--topic") { HelpName = "WORDS", Description = "only stories about this" };
    private readonly Option<string[]> _publishers = new("--publisher") { HelpName = "NAME", Description = "only reports of this publisher; may be given several times" };
    private readonly Option<string[]> _languages = new("--language") { HelpName = "TAG", Description = "only reports in this language, such as en; may be given several times" };
    private readonly Option<int> _stories = OptionValues.Count("--stories", "stories told; the rest are counted", 8);
    private readonly Option<bool?> _empty = OptionValues.OneOf("--empty", "what an empty day brings", ("post", (bool?)true), ("silent", false));
    private readonly Option<WhenUnsure?> _unsure = OptionValues.OneOf("--unsure", "where a post may have been made and cannot be looked up", ("skip", (WhenUnsure?)WhenUnsure.Skip), ("repeat", WhenUnsure.Repeat));
    private readonly Option<string?> _channel = new("--channel") { HelpName = "PLACE", Description = "platform/workspace/channel (default local/local/default)" };

    public ScheduleSetVerb() : base("set", "sets when and where a digest is posted", "briefingbot digest schedules set --at 07:30 --zone Europe/Berlin --days mon,tue,wed,thu,fri")
    {
        foreach (var option in (Option[])[_id, _at, _zone, _days, _topic, _publishers, _languages, _stories, _empty, _unsure, _channel]) Add(option);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var library = run.OpenOrCreateLibrary();
        var known = DigestVerbs.Schedule(library, run.Value(_id));
        var now = run.Time.GetUtcNow();
        if (known is null && run.Value(_at) is null) throw new UsageException("--at is missing: the local time of day, such as 07:30");
        if (known is null && run.Value(_zone) is null) throw new UsageException("--zone is missing: an IANA time zone, such as Europe/Berlin");
        var zone = run.Value(_zone) ?? known!.Zone;
        if (!DigestSchedule.IsZone(zone)) throw new UsageException($"--zone: there is no time zone \"{zone}\"; its name in the IANA database looks like Europe/Berlin");
        var schedule = (known ?? new DigestSchedule { Id = ShortId.New(), Place = new ChatPlace("local", "local", "default"), Time = default, Zone = zone, CreatedUtc = now }) with
        {
            Zone = zone,
            PausedUtc = null,
            PausedReason = null,
        };
        schedule = With(run, schedule);
        schedule = schedule with { NextDueUtc = schedule.NextAfter(now) };
        library.Write(session => new ScheduleStore(session).Set(schedule));
        ScheduleVerbs.Tell(run, library, $"{schedule.Id}: next digest {schedule.Local(schedule.NextDueUtc):dddd d MMMM yyyy HH:mm}, {schedule.Zone}.");
        return Task.FromResult(ExitCode.Done);
    }

    private DigestSchedule With(VerbRun run, DigestSchedule schedule) => schedule with
    {
        Time = run.Value(_at) is { } at ? Time(at) : schedule.Time,
        Days = run.Value(_days) is { } days ? Days(days) : schedule.Days,
        Topic = run.Value(_topic) is { } topic ? (topic.Length == 0 ? null : topic) : schedule.Topic,
        Publishers = run.Value(_publishers) is { Length: > 0 } publishers ? publishers : schedule.Publishers,
        Languages = run.Value(_languages) is { Length: > 0 } languages ? languages : schedule.Languages,
        Stories = run.Value(_stories),
        PostWhenEmpty = run.Value(_empty) ?? schedule.PostWhenEmpty,
        WhenUnsure = run.Value(_unsure) ?? schedule.WhenUnsure,
        Place = run.Value(_channel) is { } place ? Place(place) : schedule.Place,
    };

    private static TimeOnly Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time
        : throw new UsageException($"--at must be a time of day such as 07:30, not \"{text}\"");

    private static List<DayOfWeek> Days(string text)
    {
        var days = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => DigestSchedule.EveryDay.Cast<DayOfWeek?>().FirstOrDefault(d => word.Length >= 3 && d!.Value.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"--days: \"{word}\" is no day of the week; write them as mon,tue,fri"))
            .Distinct().ToList();
        return days.Count > 0 ? days : throw new UsageException("--days needs at least one day, such as mon,tue,fri");
    }

    private static ChatPlace Place(string text) => text.Split('/') is [{ Length: > 0 } platform, { Length: > 0 } workspace, { Length: > 0 } channel]
        ? new ChatPlace(platform, workspace, channel)
        : throw new UsageException($"--channel must be platform/workspace/channel, not \"{text}\"");
}
