using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Digests;

/// <summary>A schedule as bot.db knows it, whatever became of its library.</summary>
/// <param name="ScheduleId">The schedule.</param>
/// <param name="Library">The file it lies, or lay, in.</param>
/// <param name="Place">Where its digests are posted.</param>
/// <param name="At">"07:30, Europe/Berlin".</param>
/// <param name="PausedUtc">Null while it runs.</param>
/// <param name="PausedReason">Null while it runs.</param>
public sealed record ScheduledDigest(string ScheduleId, string Library, ChatPlace Place, string At, DateTimeOffset? PausedUtc, string? PausedReason);

/// <summary>Something to be said in a channel, once.</summary>
internal sealed record PauseNotice(ScheduledDigest Schedule, string Words, PostKey Key, int Attempts);

/// <summary>Which channels wait for a digest, and what they have to be told about it, in bot.db.</summary>
public sealed class ScheduledDigestStore(BotFile bot)
{
    private const string Columns =
        "schedule_id Id, library Library, platform Platform, workspace Workspace, channel Channel, thread Thread, at At, paused_utc Paused, paused_reason Reason, notice Notice, notice_key Key, notice_attempts Attempts";

    /// <summary>Every schedule ever seen that was not removed, those of libraries that are gone among them.</summary>
    public IReadOnlyList<ScheduledDigest> List() => Query("order by schedule_id", new { }).ConvertAll(row => row.ToSchedule());

    internal void Set(ScheduledDigest schedule) => bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
        """
        insert into scheduled_digests (schedule_id, library, platform, workspace, channel, thread, at, paused_utc, paused_reason)
        values ($ScheduleId, $Library, $Platform, $Workspace, $Channel, $Thread, $At, $Paused, $PausedReason)
        on conflict (schedule_id) do update set library = excluded.library, platform = excluded.platform, workspace = excluded.workspace, channel = excluded.channel,
          thread = excluded.thread, at = excluded.at, paused_utc = excluded.paused_utc, paused_reason = excluded.paused_reason, notice = null
        """,
        new
        {
            schedule.ScheduleId,
            schedule.Library,
            schedule.Place.Platform,
            schedule.Place.Workspace,
            schedule.Place.Channel,
            schedule.Place.Thread,
            schedule.At,
            Paused = schedule.PausedUtc.ToStored(),
            schedule.PausedReason,
        },
        transaction));

    /// <summary>Notes that a schedule is paused, and what its channel is to be told; both or neither.</summary>
    internal void SetWithNotice(ScheduledDigest schedule, string words, DateTimeOffset now)
    {
        Set(schedule with { PausedUtc = null, PausedReason = null });
        bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            """
            update scheduled_digests set paused_utc = $Paused, paused_reason = $PausedReason, notice = $words, notice_key = $key, notice_due_utc = $Now, notice_attempts = 0
            where schedule_id = $ScheduleId
            """,
            new { schedule.ScheduleId, schedule.PausedReason, Paused = schedule.PausedUtc.ToStored(), words, key = $"P-{ShortId.New()}", Now = now.ToStored() }, transaction));
    }

    internal void Remove(string scheduleId) => bot.Database.Write((connection, transaction) =>
        connection.Sqlite.Execute("delete from scheduled_digests where schedule_id = $scheduleId", new { scheduleId }, transaction));

    /// <summary>Takes the next thing to say, for this process alone until the claim runs out; null where there is none.</summary>
    internal PauseNotice? Claim(DateTimeOffset now, TimeSpan hold)
    {
        const string Due = "where notice is not null and notice_due_utc <= $now order by notice_due_utc limit 1";
        if (Query(Due, new { now = now.ToStored() }).Count == 0) return null;
        return bot.Database.Write((connection, transaction) =>
        {
            if (connection.Sqlite.QueryFirstOrDefault<Row>($"select {Columns} from scheduled_digests {Due}", new { now = now.ToStored() }, transaction) is not { } row) return null;
            connection.Sqlite.Execute(
                "update scheduled_digests set notice_due_utc = $until, notice_attempts = notice_attempts + 1 where schedule_id = $Id", new { until = (now + hold).ToStored(), row.Id }, transaction);
            return new PauseNotice(row.ToSchedule(), row.Notice!, new PostKey(row.Key!), row.Attempts + 1);
        });
    }

    /// <summary>What was to be said is said, or cannot be.</summary>
    internal void Said(string scheduleId) => bot.Database.Write((connection, transaction) =>
        connection.Sqlite.Execute("update scheduled_digests set notice = null where schedule_id = $scheduleId", new { scheduleId }, transaction));

    private List<Row> Query(string which, object key) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.Query<Row>($"select {Columns} from scheduled_digests {which}", key, transaction).AsList());

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Library { get; init; } = "";
        public string Platform { get; init; } = "";
        public string? Workspace { get; init; }
        public string Channel { get; init; } = "";
        public string? Thread { get; init; }
        public string At { get; init; } = "";
        public string? Paused { get; init; }
        public string? Reason { get; init; }
        public string? Notice { get; init; }
        public string? Key { get; init; }
        public int Attempts { get; init; }

        public ScheduledDigest ToSchedule() => new(
            Id, Library, new ChatPlace(Platform, Workspace, Channel, Thread), At, Paused is null ? null : Binding.Instant(Paused), Reason);
    }
}
