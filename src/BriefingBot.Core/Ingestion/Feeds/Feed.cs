namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>A feed a library follows, and how it does.</summary>
/// <param name="Id">In its library.</param>
/// <param name="Link">Where it is asked for.</param>
/// <param name="Title">As it names itself; null until it was read.</param>
/// <param name="AddedUtc">When it was added.</param>
/// <param name="TriedUtc">When it was last asked; null before the first time.</param>
/// <param name="SucceededUtc">When it was last read, or said that nothing changed; null where never.</param>
/// <param name="NextUtc">When it is due.</param>
/// <param name="Failures">Failed attempts since the last success.</param>
/// <param name="Fault">Why the last attempt failed, a sentence; null where it did not.</param>
/// <param name="Items">Items it ever had.</param>
/// <param name="Waiting">Items still to be taken in.</param>
public sealed record Feed(
    long Id, string Link, string? Title, DateTimeOffset AddedUtc, DateTimeOffset? TriedUtc, DateTimeOffset? SucceededUtc, DateTimeOffset NextUtc, int Failures, string? Fault, int Items, int Waiting)
{
    /// <summary>When it was paused; null while it is followed.</summary>
    public DateTimeOffset? PausedUtc { get; init; }

    /// <summary>So long without a success and a feed counts as dead.</summary>
    public static readonly TimeSpan DeadAfter = TimeSpan.FromDays(7);

    /// <summary>Whether nothing has come for a week in spite of trying.</summary>
    public bool IsDead(DateTimeOffset now) => Failures > 0 && now - (SucceededUtc ?? AddedUtc) >= DeadAfter;
}

/// <summary>What came of asking one feed.</summary>
/// <param name="Feed">As it is afterwards.</param>
/// <param name="New">Items not seen before.</param>
/// <param name="Receipts">One for each item taken in or given up this time.</param>
/// <param name="Fault">Why it could not be read; null where it could.</param>
/// <param name="DiedNow">Whether the feed has been dead for a week and nobody was told yet; <see cref="FeedPoller.Told"/> comes after the telling.</param>
public sealed record FeedPoll(Feed Feed, int New, IReadOnlyList<Receipt> Receipts, string? Fault, bool DiedNow)
{
    /// <summary>Whether what stands at the link is no feed at all.</summary>
    public bool NotAFeed { get; init; }
}
