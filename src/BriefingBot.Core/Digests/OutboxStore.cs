using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Digests;

/// <summary>A part this process may send now.</summary>
/// <param name="DigestId">The digest.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Attempts">This one included: from the second on the part may stand in the channel already.</param>
internal sealed record ClaimedPart(string DigestId, int Part, int Parts, int Attempts);

/// <summary>Parts of digests that are to be posted, in the library file.</summary>
internal sealed class OutboxStore(LibrarySession session)
{
    /// <summary>Parts in order, of schedules that run.</summary>
    private const string Due =
        """
        digest_outbox o join digests d on d.id = o.digest_id join digest_schedules s on s.id = d.schedule_id
        where o.status in ('pending', 'sending') and o.due_again_utc <= $now and s.paused_utc is null
          and not exists (select 1 from digest_outbox b where b.digest_id = o.digest_id and b.part < o.part and b.status in ('pending', 'sending'))
        """;

    public void Add(string digestId, int parts, DateTimeOffset now)
    {
        for (var part = 1; part <= parts; part++)
        {
            session.Connection.Execute(
                "insert into digest_outbox (digest_id, part, post_key, status, due_again_utc) values ($digestId, $part, $key, 'pending', $now)",
                new { digestId, part, key = DigestKey.Of(digestId, part).Value, now = now.ToStored() }, session.Transaction);
        }
    }

    /// <summary>Whether a part may be due: asked without taking the library's writing lock.</summary>
    public bool IsWaiting(DateTimeOffset now) => session.Connection.ExecuteScalar<bool>(
        $"select exists (select 1 from {Due})", new { now = now.ToStored() }, session.Transaction);

    /// <summary>Whether a schedule has parts that are neither posted nor given up.</summary>
    public bool IsOpen(string scheduleId) => session.Connection.ExecuteScalar<bool>(
        """
        select exists (select 1 from digest_outbox o join digests d on d.id = o.digest_id where d.schedule_id = $scheduleId and o.status in ('pending', 'sending'))
        """, new { scheduleId }, session.Transaction);

    /// <summary>Gives up every open part of a schedule.</summary>
    public void Drop(string scheduleId, DateTimeOffset now, string reason) => session.Connection.Execute(
        """
        update digest_outbox set status = 'skipped', reason = $reason, due_again_utc = $now, claimed_by = null
        where status in ('pending', 'sending') and digest_id in (select id from digests where schedule_id = $scheduleId)
        """, new { scheduleId, now = now.ToStored(), reason }, session.Transaction);

    /// <summary>Whether a part of a digest stands in its channel.</summary>
    public bool IsBegun(string digestId) => session.Connection.ExecuteScalar<bool>(
        "select exists (select 1 from digest_outbox where digest_id = $digestId and status = 'sent')", new { digestId }, session.Transaction);

    /// <summary>The message of a part; null where it was not posted.</summary>
    public string? MessageOf(string digestId, int part) => session.Connection.ExecuteScalar<string?>(
        "select message_id from digest_outbox where digest_id = $digestId and part = $part and status = 'sent'", new { digestId, part }, session.Transaction);

    /// <summary>Takes the next part in order, for this process alone until the claim runs out; null where there is none.</summary>
    public ClaimedPart? Claim(string process, DateTimeOffset now, TimeSpan hold)
    {
        var row = session.Connection.QueryFirstOrDefault<(string Id, int Part, int Parts, int Attempts)>(
            $"""
            select o.digest_id, o.part, (select count(*) from digest_outbox p where p.digest_id = o.digest_id), o.attempts
            from {Due}
            order by d.due_utc, o.digest_id, o.part limit 1
            """, new { now = now.ToStored() }, session.Transaction);
        if (row.Id is null) return null;
        Update(row.Id, row.Part, "sending", now + hold, null, null, process, row.Attempts + 1);
        return new ClaimedPart(row.Id, row.Part, row.Parts, row.Attempts + 1);
    }

    public void Sent(ClaimedPart part, string messageId, DateTimeOffset now) => Update(part.DigestId, part.Part, "sent", now, messageId, null, null, part.Attempts);

    /// <summary>Gives up a whole digest of which nothing was posted.</summary>
    public void SkipAll(string digestId, DateTimeOffset now, string reason) => session.Connection.Execute(
        "update digest_outbox set status = 'skipped', reason = $reason, due_again_utc = $now, claimed_by = null where digest_id = $digestId",
        new { digestId, now = now.ToStored(), reason }, session.Transaction);

    /// <summary>Whether it stands in the channel is unknown: the next attempt looks first.</summary>
    public void Again(ClaimedPart part, DateTimeOffset at, string reason) => Update(part.DigestId, part.Part, "pending", at, null, reason, null, part.Attempts);

    public void Skip(ClaimedPart part, DateTimeOffset now, string reason) => Update(part.DigestId, part.Part, "skipped", now, null, reason, null, part.Attempts);

    /// <summary>Number of parts by what became of them.</summary>
    public Dictionary<string, int> Counts() => session.Connection.Query<(string Status, int Count)>(
        "select status, count(*) from digest_outbox group by status", null, session.Transaction).ToDictionary(r => r.Status, r => r.Count, StringComparer.Ordinal);

    private void Update(string digestId, int part, string status, DateTimeOffset dueAgain, string? messageId, string? reason, string? process, int attempts) => session.Connection.Execute(
        """
        update digest_outbox set status = $status, due_again_utc = $due, message_id = $messageId, reason = $reason, claimed_by = $process, attempts = $attempts
        where digest_id = $digestId and part = $part
        """, new { digestId, part, status, due = dueAgain.ToStored(), messageId, reason, process, attempts }, session.Transaction);
}
