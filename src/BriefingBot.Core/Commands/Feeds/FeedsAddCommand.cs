using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary><c>feeds add</c>: follows a feed and reads it at once; a link that leads to no feed is not followed.</summary>
internal sealed class FeedsAddCommand(FeedPoller poller) : ICommand
{
    public CommandDefinition Definition { get; } = new("feeds add", "Follows a feed (RSS, Atom or JSON): its items come into this channel's library", DeskRole.Contributor)
    {
        Options = [new("link", "The feed's own link") { Required = true, Most = 4000 }],
    };

    public async Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!LinkAddress.TryRead(call.Option("link") ?? "", out var address, out var reason)) return new CommandOutcome.Invalid(reason);
        var link = LinkAddress.Canonical(address);
        var (feed, isNew) = call.Library.Write(session =>
        {
            var store = new FeedStore(session);
            return store.FindByLink(link) is { } known ? (known, false) : (store.Add(link, title: null), true);
        });
        if (!isNew) return new CommandOutcome.Feeds(new FeedOutcome.Followed(feed, null, false));
        var progress = new ProgressLine(call.Responder);
        var poll = await poller.PollAsync(call.Library, feed, new FeedProgressLine(progress), cancellationToken);
        await progress.CloseAsync();
        if (poll is not { NotAFeed: true }) return new CommandOutcome.Feeds(new FeedOutcome.Followed(poll?.Feed ?? feed, poll, true));
        call.Library.Write(session => new FeedStore(session).Remove(feed.Id));
        return new CommandOutcome.Feeds(new FeedOutcome.NoFeed(link, poll.Fault ?? ""));
    }
}
