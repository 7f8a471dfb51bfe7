using System.Globalization;

namespace BriefingBot.Core.Digests;

/// <summary>What a person filled in to set a schedule, as typed; null where nothing was said, empty where something is to be taken away.</summary>
public sealed record ScheduleForm
{
    /// <summary>Most stories a digest may tell.</summary>
    public const int MostStories = 25;

    private const int LongestTopic = 200;

    /// <summary>"07:30".</summary>
    public string? At { get; init; }

    /// <summary>"Europe/Berlin".</summary>
    public string? Zone { get; init; }

    /// <summary>"mon,tue,fri", "weekdays" or "daily".</summary>
    public string? Days { get; init; }

    public string? Topic { get; init; }

    /// <summary>Names, parted by commas.</summary>
    public string? Publishers { get; init; }

    /// <summary>Tags such as "en", parted by commas.</summary>
    public string? Languages { get; init; }

    public string? Stories { get; init; }

    /// <summary>"post" or "silent".</summary>
    public string? Empty { get; init; }

    /// <summary>"skip" or "repeat".</summary>
    public string? Unsure { get; init; }

    /// <summary>The schedule with what was filled in.</summary>
    /// <param name="schedule">As it was; a new one has no zone yet.</param>
    /// <exception cref="ScheduleFormException">Something cannot be read, or a new schedule lacks its time or zone.</exception>
    public DigestSchedule Fill(DigestSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Zone.Length == 0 && At is null) throw new ScheduleFormException("at", "is missing: the local time of day, such as 07:30");
        if (schedule.Zone.Length == 0 && Zone is null) throw new ScheduleFormException("zone", "is missing: an IANA time zone, such as Europe/Berlin");
        return schedule with
        {
            Time = At is { } at ? ReadTime(at) : schedule.Time,
            Zone = Zone is { } zone ? ReadZone(zone) : schedule.Zone,
            Days = Days is { } days ? ReadDays(days) : schedule.Days,
            Topic = Topic is { } topic ? ReadTopic(topic) : schedule.Topic,
            Publishers = Publishers is { } publishers ? Parts(publishers) : schedule.Publishers,
            Languages = Languages is { } languages ? Parts(languages) : schedule.Languages,
            Stories = Stories is { } stories ? ReadStories(stories) : schedule.Stories,
            PostWhenEmpty = Empty is { } empty ? Choice("empty", empty, ("post", true), ("silent", false)) : schedule.PostWhenEmpty,
            WhenUnsure = Unsure is { } unsure ? Choice("unsure", unsure, ("skip", WhenUnsure.Skip), ("repeat", WhenUnsure.Repeat)) : schedule.WhenUnsure,
        };
    }

    private static TimeOnly ReadTime(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new ScheduleFormException("at", $"must be a time of day such as 07:30, not \"{text}\"");

    private static string ReadZone(string text) => DigestSchedule.IsZone(text)
        ? text
        : throw new ScheduleFormException("zone", $"must be a time zone of the IANA database, such as Europe/Berlin; there is no \"{text}\"");

    private static IReadOnlyList<DayOfWeek> ReadDays(string text)
    {
        if (text.Trim() is "daily" or "all" or "") return DigestSchedule.EveryDay;
        if (text.Trim() is "weekdays") return [.. DigestSchedule.EveryDay.Take(5)];
        var days = Parts(text.Replace(' ', ',')).Select(word => DigestSchedule.EveryDay.Cast<DayOfWeek?>()
            .FirstOrDefault(d => word.Length >= 3 && d!.Value.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            ?? throw new ScheduleFormException("days", $"names days of the week such as mon,tue,fri; \"{word}\" is none")).Distinct().ToList();
        return days.Count > 0 ? days : throw new ScheduleFormException("days", "needs at least one day, such as mon,tue,fri");
    }

    private static string? ReadTopic(string text) => text.Trim() switch
    {
        "" => null,
        { Length: > LongestTopic } => throw new ScheduleFormException("topic", $"may have {LongestTopic} characters at most; name what the stories are about in a few words"),
        var words => words,
    };

    private static int ReadStories(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostStories
        ? count
        : throw new ScheduleFormException("stories", $"must be a number from 1 to {MostStories}, not \"{text}\"");

    private static T Choice<T>(string option, string text, params (string Word, T Value)[] choices)
    {
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, text.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }

        throw new ScheduleFormException(option, $"must be {string.Join(" or ", choices.Select(c => c.Word))}, not \"{text}\"");
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Something in a form cannot be used.</summary>
/// <param name="option">Its name.</param>
/// <param name="fault">The rest of a sentence that begins with that name: what is wrong, and the remedy.</param>
public sealed class ScheduleFormException(string option, string fault) : Exception($"{option} {fault}")
{
    public string Option { get; } = option;

    public string Fault { get; } = fault;
}
