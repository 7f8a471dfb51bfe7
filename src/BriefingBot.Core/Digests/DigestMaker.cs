using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Digests;

/// <summary>Makes digests: shows one before its time, or stores it and what is to be posted in one transaction of the library file.</summary>
public sealed class DigestMaker(TimeProvider time)
{
    /// <summary>The whole of what a digest would be now; nothing is stored but which story a document is in.</summary>
    /// <param name="library">The library.</param>
    /// <param name="schedule">Null for the digests made by hand.</param>
    /// <param name="cancellationToken">Checked while stories catch up.</param>
    public Digest Preview(LibraryFile library, DigestSchedule? schedule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        StoryClusters.CatchUp(library, cancellationToken);
        return library.Read(session => Compose(session, schedule, schedule?.NextDueUtc ?? time.GetUtcNow(), "").Digest);
    }

    /// <summary>Makes a digest now and queues it for the schedule's channel; without a schedule it is stored for the local channel alone.</summary>
    public Digest Post(LibraryFile library, DigestSchedule? schedule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        StoryClusters.CatchUp(library, cancellationToken);
        return library.Write(session => Store(session, schedule, time.GetUtcNow()));
    }

    /// <summary>Makes what is due, once, whoever else looks at the library: the schedule is read again inside the transaction that stores the digest and moves it on.</summary>
    /// <param name="library">The library.</param>
    /// <param name="late">How late a digest may still be posted; one that is later is skipped aloud, into the next.</param>
    /// <param name="cancellationToken">Checked while stories catch up.</param>
    /// <returns>Whether anything was due.</returns>
    public bool MakeDue(LibraryFile library, TimeSpan late, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (library.Read(session => new ScheduleStore(session).Due(time.GetUtcNow())).Count == 0) return false;
        StoryClusters.CatchUp(library, cancellationToken);
        library.Write(session =>
        {
            foreach (var schedule in new ScheduleStore(session).Due(time.GetUtcNow())) Make(session, schedule, late);
        });
        return true;
    }

    private void Make(LibrarySession session, DigestSchedule schedule, TimeSpan late)
    {
        var now = time.GetUtcNow();
        var digests = new DigestStore(session);
        var due = schedule.NextDueUtc;
        for (var next = schedule.NextAfter(due); next <= now; next = schedule.NextAfter(due))
        {
            digests.Skip(schedule.Id, due, now, "the bot was not running");
            due = next;
        }

        if (now - due > late) digests.Skip(schedule.Id, due, now, $"the bot was not running until {(now - due).TotalHours:0.#} hours later");
        else if (!digests.IsDealtWith(schedule.Id, due)) Store(session, schedule, due);
        new ScheduleStore(session).Set(schedule with { NextDueUtc = schedule.NextAfter(due) });
    }

    private Digest Store(LibrarySession session, DigestSchedule? schedule, DateTimeOffset due)
    {
        var (digest, news) = Compose(session, schedule, due, ShortId.New());
        new DigestStore(session).Add(digest, schedule?.Id);
        // Silence on an empty day is a setting, but what was skipped before it is said.
        if (schedule is not null && (schedule.PostWhenEmpty || news.Documents > 0))
            new OutboxStore(session).Add(digest.DigestId, DigestPages.Parts(digest.Stories.Count), time.GetUtcNow());
        return digest;
    }

    private (Digest Digest, News News) Compose(LibrarySession session, DigestSchedule? schedule, DateTimeOffset due, string id)
    {
        var wishes = schedule is null ? new DigestWishes(null, due) : DigestWishes.Of(schedule, due);
        var (digest, news) = new DigestComposer(session).Compose(wishes, id, time.GetUtcNow());
        var skipped = schedule is null ? [] : new DigestStore(session).SkippedSince(schedule.Id, digest.FromUtc ?? schedule.CreatedUtc);
        return (digest with { Text = DigestPages.Text(digest, news, schedule, skipped) }, news);
    }
}
