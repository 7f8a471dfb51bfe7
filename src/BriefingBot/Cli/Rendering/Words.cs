using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Rendering;

/// <summary>Instants of this machine's clock, and days with where they were found; other days and counts are <see cref="Phrases"/>.</summary>
internal static class Words
{
    public static string Minute(DateTimeOffset instant, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(instant, time.LocalTimeZone).ToString("d MMM yyyy HH:mm");

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public static string DayWithProvenance(DateOnly day, DateSource? source) =>
        source is { } known ? $"{Phrases.Day(day)} ({known.InWords()})" : Phrases.Day(day);
}
