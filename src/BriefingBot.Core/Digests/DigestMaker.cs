using BriefingBot.Core.Channels;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Digests;

/// <summary>Makes digests: shows one before its time, or stores it and what is to be posted in one transaction of the library file.</summary>
public sealed class DigestMaker(TimeProvider time)
{
    /// <summary>Called between every two lasting steps; tests end the process there.</summary>
    internal Action<string>? Faults { get; init; }

    /// <summary>The whole of what a digest would be now; nothing is stored but which story a document is in.</summary>
    /// <param name="library">The library.</param>
    /// <param name="schedule">Null for the digests made by hand.</param>
    /// <param name="channel">Whose digest by hand; null for the command line's.</param>
    /// <param name="cancellationToken">Checked while stories catch up.</param>
    public Digest Preview(LibraryFile library, DigestSchedule? schedule, ChannelKey? channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        StoryClusters.CatchUp(library, cancellationToken);
        return library.Read(session => new DigestComposer(session).Compose(Wishes(schedule, schedule?.NextDueUtc ?? time.GetUtcNow(), channel), "", time.GetUtcNow()).Digest);
    }

    /// <summary>
    /// Makes a digest now. With a schedule it is queued for the schedule's channel; without one it is stored, and shown by whoever asked for it.
    /// </summary>
    /// <param name="library">The library.</param>
    /// <param name="schedule">Null for a digest made by hand.</param>
    /// <param name="channel">Where a digest made by hand is shown; null for the command line.</param>
    /// <param name="cancellationToken">Checked while stories catch up.</param>
    public Digest Post(LibraryFile library, DigestSchedule? schedule, ChannelKey? channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        StoryClusters.CatchUp(library, cancellationToken);
        return library.Write(session => Store(session, Wishes(schedule, time.GetUtcNow(), channel), always: true));
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
        Faults?.Invoke("due");
        StoryClusters.CatchUp(library, cancellationToken);
        Faults?.Invoke("told apart");
        library.Write(session =>
        {
            foreach (var schedule in new ScheduleStore(session).Due(time.GetUtcNow())) Make(session, schedule, late);
        });
        Faults?.Invoke("made");
        return true;
    }

    private void Make(LibrarySession session, DigestSchedule schedule, TimeSpan late)
    {
        // What is not yet posted comes first; what is new waits with it, so that nothing of a digest that is skipped in the end is lost.
        if (new OutboxStore(session).IsOpen(schedule.Id)) return;
        var now = time.GetUtcNow();
        var digests = new DigestStore(session);
        var waited = digests.LastEnded(schedule.Id);
        var due = schedule.NextDueUtc;
        for (var next = schedule.NextAfter(due); next <= now; next = schedule.NextAfter(due))
        {
            digests.Skip(schedule.Id, due, now, Reason(due));
            due = next;
        }

        if (now - due > late) digests.Skip(schedule.Id, due, now, waited >= due ? Reason(due) : $"the bot was not running until {(now - due).TotalHours:0.#} hours later");
        else if (!digests.IsDealtWith(schedule.Id, due)) Store(session, Wishes(schedule, due, null), always: false);
        Faults?.Invoke("queued");
        new ScheduleStore(session).Set(schedule with { NextDueUtc = schedule.NextAfter(due) });
        Faults?.Invoke("moved on");

        string Reason(DateTimeOffset passed) => waited >= passed ? "the one before it was still to be posted" : "the bot was not running";
    }

    private Digest Store(LibrarySession session, DigestWishes wishes, bool always)
    {
        var (digest, news) = new DigestComposer(session).Compose(wishes, ShortId.New(), time.GetUtcNow());
        Faults?.Invoke("composed");
        new DigestStore(session).Add(digest, wishes);
        Faults?.Invoke("stored");
        // Silence on an empty day is a setting; one that somebody asks for is always shown.
        if (wishes.Schedule is { } schedule && (always || schedule.PostWhenEmpty || news.Asked > 0))
            new OutboxStore(session).Add(digest.DigestId, DigestKey.Parts(digest.Stories.Count), time.GetUtcNow());
        return digest;
    }

    private static DigestWishes Wishes(DigestSchedule? schedule, DateTimeOffset due, ChannelKey? channel) =>
        new(schedule, due, schedule is null && channel is not null ? DigestWishes.PlaceOf(channel) : null);
}
