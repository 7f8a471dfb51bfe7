using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>
/// Posts the parts of digests, each exactly once: a part is claimed in the library file, posted under its own key and marked with its message. Where an earlier
/// attempt ended without an answer the channel is searched for the part before it is sent again.
/// </summary>
/// <param name="time">Claims, and when to try again.</param>
/// <param name="faults">Called at every point between two lasting steps; tests end the process there.</param>
internal sealed class DigestOutbox(TimeProvider time, Action<string>? faults = null)
{
    /// <summary>Longer than a platform may take to answer; after it another process may go on.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly string process = ShortId.New();

    /// <summary>Posts what is due; how many parts were posted or found posted.</summary>
    public async Task<int> SendAsync(LibraryFile library, Func<string, IChatPlatform?> platforms, CancellationToken cancellationToken)
    {
        var sent = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            faults?.Invoke("before the claim");
            if (!library.Read(session => new OutboxStore(session).IsWaiting(time.GetUtcNow()))) return sent;
            if (library.Write(session => new OutboxStore(session).Claim(process, time.GetUtcNow(), Hold)) is not { } part) return sent;
            faults?.Invoke("claimed");
            if (await SendAsync(library, part, platforms, cancellationToken)) sent++;
        }
    }

    private async Task<bool> SendAsync(LibraryFile library, ClaimedPart part, Func<string, IChatPlatform?> platforms, CancellationToken cancellationToken)
    {
        var (schedule, due, reply) = library.Read(session => Read(session, part));
        if (platforms(schedule.Place.Platform) is not { } platform)
        {
            Again(library, part, $"the platform {schedule.Place.Platform} is not connected");
            return false;
        }

        try
        {
            var key = DigestPages.Key(part.DigestId, part.Part);
            var found = part.Attempts > 1 ? await FoundAsync(library, part, schedule, platform, key, due, cancellationToken) : new Search(null, Send: true);
            if (!found.Send && found.Message is null) return false;
            faults?.Invoke("before the post");
            var message = found.Message ?? await platform.PostAsync(schedule.Place, key, reply, cancellationToken);
            faults?.Invoke("posted");
            library.Write(session => new OutboxStore(session).Sent(part, message.MessageId, time.GetUtcNow()));
            faults?.Invoke("marked");
            return true;
        }
        catch (ChatException refused)
        {
            if (refused.Transient) Again(library, part, refused.Message);
            else Pause(library, part, schedule, refused.Message);
            return false;
        }
    }

    /// <summary>Looks for a part in the channel; where its history may not be read the desk has chosen.</summary>
    private async Task<Search> FoundAsync(
        LibraryFile library, ClaimedPart part, DigestSchedule schedule, IChatPlatform platform, PostKey key, DateTimeOffset due, CancellationToken cancellationToken)
    {
        if ((await platform.AbilitiesAsync(schedule.Place, cancellationToken)).HasFlag(ChatAbilities.ReadHistory))
            return new Search(await platform.FindAsync(schedule.Place, key, due, cancellationToken), Send: true);
        if (schedule.WhenUnsure == WhenUnsure.Repeat) return new Search(null, Send: true);
        library.Write(session => new OutboxStore(session).Skip(part, time.GetUtcNow(), "it may have been posted, and the channel's history may not be read"));
        return new Search(null, Send: false);
    }

    private void Again(LibraryFile library, ClaimedPart part, string reason)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 15 * Math.Pow(2, Math.Min(part.Attempts, 10))));
        library.Write(session => new OutboxStore(session).Again(part, time.GetUtcNow() + wait, reason));
    }

    /// <summary>A channel that is gone or closed to the bot stays so: the schedule stops until somebody sets it again. The part waits with it.</summary>
    private void Pause(LibraryFile library, ClaimedPart part, DigestSchedule schedule, string reason) => library.Write(session =>
    {
        new OutboxStore(session).Again(part, time.GetUtcNow(), reason);
        var schedules = new ScheduleStore(session);
        if (schedules.Find(schedule.Id) is { PausedUtc: null } running) schedules.Set(running with { PausedUtc = time.GetUtcNow(), PausedReason = reason });
    });

    private static (DigestSchedule Schedule, DateTimeOffset Due, ChatReply Reply) Read(LibrarySession session, ClaimedPart part)
    {
        var digest = new DigestStore(session).Find(part.DigestId)!;
        var answer = new AnswerStore(session).Find(part.DigestId)!;
        var schedule = new ScheduleStore(session).Find(digest.ScheduleId!)!;
        // A digest made by hand before its time was posted before its due.
        var since = digest.ToUtc < digest.DueUtc ? digest.ToUtc : digest.DueUtc;
        return (schedule, since, DigestPages.Part(part.DigestId, answer.Text, answer.Citations, part.Part, part.Parts));
    }

    private readonly record struct Search(PostedMessage? Message, bool Send);
}
