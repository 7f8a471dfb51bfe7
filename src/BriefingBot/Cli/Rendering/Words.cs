using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Rendering;

/// <summary>Days, instants and provenance as a reader writes them.</summary>
internal static class Words
{
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy");

    /// <summary>"3 Mar 2031, 2 days ago"; a day to come stands alone.</summary>
    public static string DayAndAge(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        < 0 => Day(day),
        0 => $"{Day(day)}, today",
        1 => $"{Day(day)}, yesterday",
        < 60 and var days => $"{Day(day)}, {days} days ago",
        < 730 and var days => $"{Day(day)}, {days / 30} months ago",
        var days => $"{Day(day)}, {days / 365} years ago",
    };

    public static string Minute(DateTimeOffset instant, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(instant, time.LocalTimeZone).ToString("d MMM yyyy HH:mm");

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>How a published day was found, to stand in brackets behind it.</summary>
    public static string Provenance(DateSource source) => source switch
    {
        DateSource.JsonLd => "from JSON-LD",
        DateSource.Metadata => "from the page's metadata",
        DateSource.TimeElement => "from the page's time element",
        DateSource.Feed => "from the feed",
        DateSource.Text => "from the text",
        DateSource.TextInferred => "inferred from the text",
        DateSource.Url => "from the address",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static string DayWithProvenance(DateOnly day, DateSource? source) =>
        source is { } known ? $"{Day(day)} ({Provenance(known)})" : Day(day);

    /// <summary>"1 passage", "14 passages".</summary>
    public static string Count(long count, string one, string? many = null) => $"{count:N0} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>What is known, joined by middle dots; what is unknown is left out.</summary>
    public static string Dotted(params ReadOnlySpan<string?> parts)
    {
        var known = new List<string>();
        foreach (var part in parts)
            if (!string.IsNullOrWhiteSpace(part)) known.Add(part);
        return string.Join(" · ", known);
    }
}
