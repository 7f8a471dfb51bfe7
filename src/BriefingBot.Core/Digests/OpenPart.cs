using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>A claimed part with all that posting it takes.</summary>
/// <param name="Part">The claim.</param>
/// <param name="Digest">The whole digest.</param>
/// <param name="Schedule">Where it goes.</param>
/// <param name="Since">When it can have been posted at the earliest.</param>
/// <param name="Begun">Whether another part of it stands in the channel.</param>
internal sealed record OpenPart(ClaimedPart Part, Digest Digest, DigestSchedule Schedule, DateTimeOffset Since, bool Begun)
{
    public static OpenPart Read(LibrarySession session, ClaimedPart part)
    {
        var made = new DigestStore(session).Find(part.DigestId)!;
        var digest = new StoredDigestStore(session).Find(part.DigestId)!;
        var schedule = new ScheduleStore(session).Find(made.ScheduleId!)!;
        // One made by hand before its time was posted before its due.
        var since = made.ToUtc < made.DueUtc ? made.ToUtc : made.DueUtc;
        return new OpenPart(part, digest, schedule, since, new OutboxStore(session).IsBegun(part.DigestId));
    }
}

/// <summary>Digests among what was said in a channel.</summary>
internal static class DigestTurns
{
    /// <summary>Nobody asks for a digest; no platform has a person of this id.</summary>
    public const string Nobody = "(digest)";
}
