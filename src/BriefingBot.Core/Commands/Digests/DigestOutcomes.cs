using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands;

/// <summary>What the use cases about digests come to.</summary>
internal abstract partial record CommandOutcome
{
    /// <summary>Of one use case about digests; worded by <see cref="Replies.DigestReplies"/>.</summary>
    public abstract record OfDigest : CommandOutcome
    {
        private protected OfDigest()
        {
        }
    }

    /// <param name="Digest">Whole; its id is empty in a preview.</param>
    /// <param name="Preview">Shown before its time, to the asker alone.</param>
    public sealed record DigestShown(Digest Digest, bool Preview) : OfDigest;

    /// <summary>It stands in the outbox, and comes as a post of its own.</summary>
    public sealed record DigestQueued(Digest Digest) : OfDigest;

    /// <param name="All">Those of this workspace over this library.</param>
    /// <param name="Gone">Schedules of this channel whose library is gone.</param>
    /// <param name="Here">The channel the list was asked for in.</param>
    public sealed record Schedules(IReadOnlyList<DigestSchedule> All, IReadOnlyList<ScheduledDigest> Gone, Channels.ChannelKey Here) : OfDigest;

    /// <summary>A schedule was set or started; it runs.</summary>
    public sealed record ScheduleRuns(DigestSchedule Schedule) : OfDigest;

    public sealed record SchedulePaused(DigestSchedule Schedule) : OfDigest;

    public sealed record ScheduleRemoved(string ScheduleId) : OfDigest;

    public sealed record NoSuchSchedule : OfDigest;

    /// <summary>Several, and none was named.</summary>
    public sealed record WhichSchedule(int Count) : OfDigest;

    public sealed record FateTold(string Title, DigestFate Fate) : OfDigest;

    /// <param name="DigestId">Null where there was no digest in this channel yet.</param>
    /// <param name="Stories">What it only counts.</param>
    public sealed record MoreStories(string? DigestId, IReadOnlyList<(string DocumentId, string Title, string? Publisher)> Stories) : OfDigest;
}
