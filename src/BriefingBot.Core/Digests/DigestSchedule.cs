using BriefingBot.Core.Chat;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace BriefingBot.Core.Digests;

/// <summary>What to do where a part may or may not have been posted and the channel's history cannot be read.</summary>
public enum WhenUnsure
{
    /// <summary>Rather none than two.</summary>
    Skip,

    /// <summary>Rather two than none.</summary>
    Repeat,
}

/// <summary>When and where a digest is posted, and what goes into it.</summary>
public sealed record DigestSchedule
{
    /// <summary>Ten characters.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is posted.</summary>
    public required ChatPlace Place { get; init; }

    /// <summary>Local time of day, to the minute.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>IANA zone: "Europe/Berlin".</summary>
    public required string Zone { get; init; }

    /// <summary>Days of the week on which it is due; never empty.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = EveryDay;

    /// <summary>Words a story must be about; null: any.</summary>
    public string? Topic { get; init; }

    /// <summary>Only reports of these publishers; empty: any.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>Only reports in these languages (BCP 47 primary tags); empty: any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Stories told; the rest are counted.</summary>
    public int Stories { get; init; } = 8;

    /// <summary>Whether a day without news is told ("Nothing new") or passed over in silence.</summary>
    public bool PostWhenEmpty { get; init; }

    /// <summary>See <see cref="Digests.WhenUnsure"/>.</summary>
    public WhenUnsure WhenUnsure { get; init; }

    /// <summary>When it was set.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>When the next one is due.</summary>
    public DateTimeOffset NextDueUtc { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? PausedUtc { get; init; }

    /// <summary>Why it was paused, in a sentence; null while it runs.</summary>
    public string? PausedReason { get; init; }

    /// <summary>What had come up to this revision is no news to the first digest.</summary>
    internal long FromRevision { get; init; }

    /// <summary>Monday to Sunday.</summary>
    public static IReadOnlyList<DayOfWeek> EveryDay { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>
    /// The first due instant after an instant. A local time the clocks skip is moved forward by what they skip; of one they show twice the first counts.
    /// </summary>
    /// <exception cref="DigestException">The zone is not known, or no day is chosen.</exception>
    /// <remarks>https://nodatime.org/3.2.x/userguide/zoneddatetime-patterns and NodaTime.TimeZones.Resolvers</remarks>
    public DateTimeOffset NextAfter(DateTimeOffset after)
    {
        if (Days.Count == 0) throw new DigestException("A digest needs at least one day of the week.");
        var zone = ZoneOf(Zone);
        var instant = Instant.FromDateTimeOffset(after);
        var time = new LocalTime(Time.Hour, Time.Minute);
        // A day early: west of Greenwich the local day may still be yesterday's, and a skipped time may move over midnight.
        for (var day = instant.InZone(zone).Date.PlusDays(-1); ; day = day.PlusDays(1))
        {
            if (!Days.Contains(day.DayOfWeek.ToDayOfWeek())) continue;
            var due = zone.ResolveLocal(day + time, Resolver).ToInstant();
            if (due > instant) return due.ToDateTimeOffset();
        }
    }

    /// <summary>The last due instant up to an instant, as if the schedule had always been: where the period of a first digest begins.</summary>
    internal DateTimeOffset LastUpTo(DateTimeOffset instant)
    {
        // Eight days hold at least one of every weekday, however the clocks are moved.
        var last = NextAfter(instant.AddDays(-8));
        for (var next = NextAfter(last); next <= instant; next = NextAfter(next)) last = next;
        return last;
    }

    /// <summary>An instant on the clocks of the schedule's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(ZoneOf(Zone)).ToDateTimeOffset();

    /// <summary>Whether a zone of this name is known.</summary>
    public static bool IsZone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private static DateTimeZone ZoneOf(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
        ?? throw new DigestException($"There is no time zone \"{zone}\". Give its name in the IANA database, such as Europe/Berlin or Asia/Kolkata.");
}

/// <summary>A digest cannot be set or made; the message says why and what to do.</summary>
public sealed class DigestException : Exception
{
    public DigestException() { }

    public DigestException(string message) : base(message) { }

    public DigestException(string message, Exception inner) : base(message, inner) { }
}
