using System.Globalization;
using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Digests;

/// <summary>The schedules of a library, in its file.</summary>
public sealed class ScheduleStore(LibrarySession session)
{
    private const string Format = "HH:mm";

    /// <summary>Every schedule, by the order they are due.</summary>
    public IReadOnlyList<DigestSchedule> List() => Query("order by next_due_utc, id", null);

    /// <summary>Null where there is none.</summary>
    public DigestSchedule? Find(string id) => Query("where id = $key", id).FirstOrDefault();

    /// <summary>Running schedules due by an instant, the longest waiting first.</summary>
    internal IReadOnlyList<DigestSchedule> Due(DateTimeOffset now) => Query("where paused_utc is null and next_due_utc <= $key order by next_due_utc, id", now.ToStored());

    /// <summary>Adds a schedule, or replaces the one with its id.</summary>
    public void Set(DigestSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        session.Connection.Execute(
            """
            insert or replace into digest_schedules (id, platform, workspace, channel, thread, local_time, zone, weekdays, topic, publishers, languages, stories,
                                                     post_empty, when_unsure, created_utc, next_due_utc, paused_utc, paused_reason, from_revision)
            values ($Id, $Platform, $Workspace, $Channel, $Thread, $Time, $Zone, $Days, $Topic, $Publishers, $Languages, $Stories,
                    $PostWhenEmpty, $Unsure, $Created, $Next, $Paused, $PausedReason, $FromRevision)
            """,
            new
            {
                schedule.Id,
                schedule.Place.Platform,
                schedule.Place.Workspace,
                schedule.Place.Channel,
                schedule.Place.Thread,
                Time = schedule.Time.ToString(Format, CultureInfo.InvariantCulture),
                schedule.Zone,
                Days = schedule.Days.Distinct().Sum(d => 1 << Bit(d)),
                schedule.Topic,
                Publishers = JsonSerializer.Serialize(schedule.Publishers),
                Languages = JsonSerializer.Serialize(schedule.Languages),
                schedule.Stories,
                schedule.PostWhenEmpty,
                Unsure = schedule.WhenUnsure.ToStored(),
                Created = schedule.CreatedUtc.ToStored(),
                Next = schedule.NextDueUtc.ToStored(),
                Paused = schedule.PausedUtc.ToStored(),
                schedule.PausedReason,
                schedule.FromRevision,
            },
            session.Transaction);
    }

    /// <summary>
    /// Adds a new schedule, or changes the one with its id, and lets it run: from now on, without what was paused. A new one's first digest tells what came
    /// since it would have been due before.
    /// </summary>
    /// <returns>The schedule as it is stored.</returns>
    /// <exception cref="DigestException">Its zone or its days are none.</exception>
    public DigestSchedule Start(DigestSchedule schedule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var isNew = Find(schedule.Id) is null;
        var running = schedule with { PausedUtc = null, PausedReason = null, NextDueUtc = schedule.NextAfter(now), CreatedUtc = isNew ? now : schedule.CreatedUtc };
        if (isNew) running = running with { FromRevision = new DigestStore(session).NewestRevisionBefore(running.LastUpTo(now)) };
        Set(running);
        return running;
    }

    /// <summary>Stops a schedule until it is started again. What is queued waits with it. False where it does not run.</summary>
    public bool Pause(string id, DateTimeOffset now, string reason)
    {
        if (Find(id) is not { PausedUtc: null } running) return false;
        Set(running with { PausedUtc = now, PausedReason = reason });
        return true;
    }

    /// <summary>Removes a schedule and what it still had to post; the digests stay. False where there is none.</summary>
    public bool Remove(string id, DateTimeOffset now)
    {
        new OutboxStore(session).Drop(id, now, "the schedule was removed");
        return session.Connection.Execute("delete from digest_schedules where id = $id", new { id }, session.Transaction) > 0;
    }

    private List<DigestSchedule> Query(string which, string? key) =>
        session.Connection.Query<Row>($"select * from digest_schedules {which}", new { key }, session.Transaction).Select(row => row.ToSchedule()).ToList();

    private static int Bit(DayOfWeek day) => ((int)day + 6) % 7;

    private sealed class Row
    {
        public string id { get; init; } = "";
        public string platform { get; init; } = "";
        public string? workspace { get; init; }
        public string channel { get; init; } = "";
        public string? thread { get; init; }
        public string local_time { get; init; } = "";
        public string zone { get; init; } = "";
        public int weekdays { get; init; }
        public string? topic { get; init; }
        public string publishers { get; init; } = "";
        public string languages { get; init; } = "";
        public int stories { get; init; }
        public bool post_empty { get; init; }
        public string when_unsure { get; init; } = "";
        public string created_utc { get; init; } = "";
        public string next_due_utc { get; init; } = "";
        public string? paused_utc { get; init; }
        public string? paused_reason { get; init; }
        public long from_revision { get; init; }

        public DigestSchedule ToSchedule() => new()
        {
            Id = id,
            Place = new ChatPlace(platform, workspace, channel, thread),
            Time = TimeOnly.ParseExact(local_time, Format, CultureInfo.InvariantCulture),
            Zone = zone,
            Days = [.. DigestSchedule.EveryDay.Where(d => (weekdays >> Bit(d) & 1) != 0)],
            Topic = topic,
            Publishers = JsonSerializer.Deserialize<List<string>>(publishers)!,
            Languages = JsonSerializer.Deserialize<List<string>>(languages)!,
            Stories = stories,
            PostWhenEmpty = post_empty,
            WhenUnsure = Binding.Word<WhenUnsure>(when_unsure),
            CreatedUtc = Binding.Instant(created_utc),
            NextDueUtc = Binding.Instant(next_due_utc),
            PausedUtc = paused_utc is null ? null : Binding.Instant(paused_utc),
            PausedReason = paused_reason,
            FromRevision = from_revision,
        };
    }
}
