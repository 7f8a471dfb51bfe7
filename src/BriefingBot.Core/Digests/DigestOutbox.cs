using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Digests;

/// <summary>
/// Posts the parts of digests, each exactly once: a part is claimed in the library file, posted under its own key and marked with its message. Where an earlier
/// attempt ended without an answer the channel is searched for the part before it is sent again.
/// </summary>
/// <param name="time">Claims, and when to try again.</param>
/// <param name="writer">Words of a part.</param>
/// <param name="late">How late after its due a digest may begin to be posted.</param>
internal sealed class DigestOutbox(TimeProvider time, IDigestWriter writer, TimeSpan late)
{
    /// <summary>Longer than a platform may take to answer; after it another process may go on.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private readonly string process = ShortId.New();

    /// <summary>Called between every two lasting steps; tests end the process there.</summary>
    public Action<string>? Faults { get; init; }

    /// <summary>Whether a channel opens the library whose digest it is to be shown; a digest goes nowhere else.</summary>
    public Func<ChatPlace, string, bool> Opens { get; init; } = (_, _) => true;

    /// <summary>Posts what is due; how many parts were posted or found posted.</summary>
    public async Task<int> SendAsync(LibraryFile library, Func<string, IChatPlatform?> platforms, CancellationToken cancellationToken)
    {
        var sent = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Faults?.Invoke("before the claim");
            if (!library.Read(session => new OutboxStore(session).IsWaiting(time.GetUtcNow()))) return sent;
            if (library.Write(session => new OutboxStore(session).Claim(process, time.GetUtcNow(), Hold)) is not { } part) return sent;
            Faults?.Invoke("claimed");
            if (await SendAsync(library, part, platforms, cancellationToken)) sent++;
        }
    }

    private async Task<bool> SendAsync(LibraryFile library, ClaimedPart part, Func<string, IChatPlatform?> platforms, CancellationToken cancellationToken)
    {
        var open = library.Read(session => OpenPart.Read(session, part));
        // A second attempt that finds nothing, long after the due: the news goes into the next one. What was begun is ended.
        var tooLate = !open.Begun && time.GetUtcNow() - open.Since > late;
        if (tooLate && part.Attempts == 1) return Skip(library, part, "it could not be posted in time");
        if (!Opens(open.Schedule.Place, library.Name))
        {
            Pause(library, part, open.Schedule, DigestPauses.Unbound);
            return false;
        }

        if (platforms(open.Schedule.Place.Platform) is not { } platform)
        {
            Again(library, part, $"the platform {open.Schedule.Place.Platform} is not connected");
            return false;
        }

        try
        {
            return await SendAsync(library, open, platform, tooLate, cancellationToken);
        }
        catch (ChatException refused)
        {
            if (refused.Transient) Again(library, part, refused.Message);
            else Pause(library, part, open.Schedule, refused.Message);
            return false;
        }
    }

    private async Task<bool> SendAsync(LibraryFile library, OpenPart open, IChatPlatform platform, bool tooLate, CancellationToken cancellationToken)
    {
        var (part, place) = (open.Part, open.Schedule.Place);
        var key = DigestKey.Of(part.DigestId, part.Part);
        PostedMessage? message = null;
        if (part.Attempts > 1)
        {
            if ((await platform.AbilitiesAsync(place, cancellationToken)).HasFlag(ChatAbilities.ReadHistory)) message = await platform.FindAsync(place, key, open.Since, cancellationToken);
            else if (open.Schedule.WhenUnsure == WhenUnsure.Skip) return SkipUnsure(library, part);
            if (message is null && tooLate) return Skip(library, part, "it could not be posted in time");
        }

        Faults?.Invoke("before the post");
        message ??= await platform.PostAsync(place, key, writer.Part(open.Digest, part.Part, story => Earlier(library, open, platform, story)), cancellationToken);
        Faults?.Invoke("posted");
        library.Write(session =>
        {
            new OutboxStore(session).Sent(part, message.MessageId, time.GetUtcNow());
            Faults?.Invoke("being marked");
            Remember(session, open, message);
        });
        Faults?.Invoke("marked");
        return true;
    }

    /// <summary>A digest is something said in its channel: <c>/source 3</c> opens it, and a reply to it is understood.</summary>
    private void Remember(LibrarySession session, OpenPart open, PostedMessage message)
    {
        if (ChannelKey.Of(open.Schedule.Place) is not { } channel) return;
        var turns = new ConversationStore(session);
        turns.Begin(new Turn { AnswerId = open.Part.DigestId, Conversation = open.Part.DigestId, Channel = channel, PersonId = DigestTurns.Nobody, AskedUtc = time.GetUtcNow() });
        turns.Posted(open.Part.DigestId, message.MessageId);
    }

    private static Uri? Earlier(LibraryFile library, OpenPart open, IChatPlatform platform, DigestStory story)
    {
        if (story.UpdateOf is not { } earlier) return null;
        var message = library.Read(session => new OutboxStore(session).MessageOf(earlier, new DigestStore(session).PartOf(earlier, story.StoryId)));
        return message is null ? null : platform.AddressOf(new PostedMessage(open.Schedule.Place, message));
    }

    private void Again(LibraryFile library, ClaimedPart part, string reason)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 15 * Math.Pow(2, Math.Min(part.Attempts, 10))));
        library.Write(session => new OutboxStore(session).Again(part, time.GetUtcNow() + wait, reason));
    }

    private bool Skip(LibraryFile library, ClaimedPart part, string reason)
    {
        library.Write(session =>
        {
            new OutboxStore(session).SkipAll(part.DigestId, time.GetUtcNow(), reason);
            new DigestStore(session).TakeBack(part.DigestId, reason);
        });
        return false;
    }

    private bool SkipUnsure(LibraryFile library, ClaimedPart part)
    {
        library.Write(session => new OutboxStore(session).Skip(part, time.GetUtcNow(), "it may have been posted, and the channel's history may not be read"));
        return false;
    }

    /// <summary>A channel that is gone or closed to the bot stays so: the schedule stops until somebody sets it again. The part waits with it.</summary>
    private void Pause(LibraryFile library, ClaimedPart part, DigestSchedule schedule, string reason) => library.Write(session =>
    {
        new OutboxStore(session).Again(part, time.GetUtcNow(), reason);
        new ScheduleStore(session).Pause(schedule.Id, time.GetUtcNow(), reason);
    });
}
