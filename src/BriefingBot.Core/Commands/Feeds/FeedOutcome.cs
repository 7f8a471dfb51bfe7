using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary>What a use case about feeds came to.</summary>
internal abstract record FeedOutcome
{
    private FeedOutcome()
    {
    }

    public sealed record Listed(IReadOnlyList<Feed> Feeds, DateTimeOffset Now) : FeedOutcome;

    /// <param name="Poll">What the first reading gave; null where somebody else is reading it.</param>
    /// <param name="IsNew">False where it was followed already.</param>
    public sealed record Followed(Feed Feed, FeedPoll? Poll, bool IsNew) : FeedOutcome;

    /// <summary>The link leads to no feed, so that nothing is followed.</summary>
    public sealed record NoFeed(string Link, string Reason) : FeedOutcome;

    public sealed record Unfollowed(Feed Feed) : FeedOutcome;

    public sealed record Polled(IReadOnlyList<FeedPoll> Polls, bool Busy) : FeedOutcome;

    public sealed record Paused(Feed Feed) : FeedOutcome;

    public sealed record Unknown(string Which) : FeedOutcome;
}
