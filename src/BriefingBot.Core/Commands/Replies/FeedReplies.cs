using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Feeds;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Feeds and what was read of them.</summary>
internal static class FeedReplies
{
    /// <summary>Receipts of one reading that are shown one by one; the others are counted.</summary>
    private const int ShownReceipts = 10;

    private const int ShownFeeds = 40;

    public static ChatReply Write(FeedOutcome outcome) => outcome switch
    {
        FeedOutcome.Listed listed => List(listed),
        FeedOutcome.Followed { IsNew: false } known => Said($"{Name(known.Feed)} is followed already, as number {known.Feed.Id}."),
        FeedOutcome.Followed followed => Followed(followed),
        FeedOutcome.NoFeed none => new ChatReply { Blocks = [new TextBlock($"Not followed: {none.Reason} Give the link of the feed itself; an article is added with /library add.", TextTone.Problem)] },
        FeedOutcome.Unfollowed gone => Said($"{Name(gone.Feed)} is followed no longer; its documents stay."),
        FeedOutcome.Polled { Busy: true } => Said("That feed is being read at this moment."),
        FeedOutcome.Polled { Polls.Count: 0 } => Said("There is no feed to read. Follow one: /feeds add"),
        FeedOutcome.Polled polled => Polled(polled.Polls),
        FeedOutcome.Paused { Feed.PausedUtc: null } resumed => Said($"{Name(resumed.Feed)} is read again, next {ReplyWords.Minute(resumed.Feed.NextUtc)}."),
        FeedOutcome.Paused paused => Said($"{Name(paused.Feed)} is paused. Go on with /feeds pause and resume."),
        FeedOutcome.Unknown unknown => new ChatReply { Blocks = [new TextBlock($"This library follows no feed “{ReplyWords.Line(unknown.Which, 200)}”. /feeds list shows them.", TextTone.Problem)], Private = true },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>Told once, when a feed has given nothing for a week.</summary>
    public static ChatReply Dead(Feed feed) => new()
    {
        Blocks = [new TextBlock($"{Name(feed)} has given nothing for a week: {feed.Fault} It is asked once a day from now on. /feeds remove ends that.", TextTone.Caution)],
    };

    private static ChatReply List(FeedOutcome.Listed listed)
    {
        if (listed.Feeds.Count == 0) return Said("This library follows no feeds. Follow one: /feeds add");
        List<ReplyBlock> blocks = [new HeadingBlock(Phrases.Count(listed.Feeds.Count, "feed")), new FactsBlock([.. listed.Feeds.Take(ShownFeeds).Select(feed => Line(feed, listed.Now))])];
        if (listed.Feeds.Count > ShownFeeds) blocks.Add(new TextBlock($"{Phrases.Count(listed.Feeds.Count - ShownFeeds, "more feed")}.", TextTone.Footer));
        return new ChatReply { Blocks = blocks };
    }

    private static string Line(Feed feed, DateTimeOffset now) => Phrases.Dotted(
        $"{feed.Id} {Name(feed)}",
        Phrases.Count(feed.Items, "item"),
        feed.Waiting > 0 ? $"{feed.Waiting:N0} waiting" : null,
        feed.SucceededUtc is { } at ? $"last success {ReplyWords.Minute(at)}" : "never read yet",
        feed.Failures > 0 ? $"{Phrases.Count(feed.Failures, "failure")} since{(feed.IsDead(now) ? ", dead" : "")}: {ReplyWords.Line(feed.Fault ?? "", 200)}" : null,
        feed.PausedUtc is { } paused ? $"paused {ReplyWords.Minute(paused)}" : $"next {ReplyWords.Minute(feed.NextUtc)}");

    private static ChatReply Followed(FeedOutcome.Followed followed)
    {
        var opening = new TextBlock($"Following {Name(followed.Feed)}, number {followed.Feed.Id}. It is read about every half hour.");
        return followed.Poll is { } poll ? new ChatReply { Blocks = [opening, .. Poll(poll)] } : new ChatReply { Blocks = [opening] };
    }

    private static ChatReply Polled(IReadOnlyList<FeedPoll> polls) => new() { Blocks = [.. polls.SelectMany(Poll), new TextBlock(Sum([.. polls.SelectMany(poll => poll.Receipts)]), TextTone.Footer)] };

    private static IEnumerable<ReplyBlock> Poll(FeedPoll poll)
    {
        if (poll.Fault is { } fault) yield return new TextBlock($"{Name(poll.Feed)} could not be read: {fault}", TextTone.Problem);
        else yield return new TextBlock($"{Name(poll.Feed)}: {Phrases.Count(poll.New, "new item")}");
        if (poll.Receipts.Count > 0) yield return new FactsBlock([.. poll.Receipts.Take(ShownReceipts).Select(receipt => LibraryReplies.Receipt(receipt))]);
        if (poll.Receipts.Count > ShownReceipts) yield return new TextBlock($"{Phrases.Count(poll.Receipts.Count - ShownReceipts, "more item")}.", TextTone.Footer);
    }

    private static string Sum(IReadOnlyList<Receipt> receipts) => receipts.Count == 0 ? "Nothing new." : string.Join(", ", receipts.GroupBy(receipt => receipt.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Count():N0} {group.Key.ToString().ToLowerInvariant()}"));

    private static string Name(Feed feed) => ReplyWords.Line(feed.Title ?? feed.Link, 150);

    private static ChatReply Said(string text) => new() { Blocks = [new TextBlock(text)] };
}
