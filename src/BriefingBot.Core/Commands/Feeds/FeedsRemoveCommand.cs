using BriefingBot.Core.Chat;
using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary><c>feeds remove</c>: follows a feed no longer; its documents stay.</summary>
internal sealed class FeedsRemoveCommand : ICommand
{
    public CommandDefinition Definition { get; } = new("feeds remove", "Follows a feed no longer; its documents stay", DeskRole.Editor) { Options = [FeedChoice.Option(required: true)] };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var which = call.Option(FeedChoice.Name) ?? "";
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Feeds(call.Library.Write<FeedOutcome>(session =>
        {
            var store = new FeedStore(session);
            if (FeedChoice.Find(store, which) is not { } feed) return new FeedOutcome.Unknown(which);
            store.Remove(feed.Id);
            return new FeedOutcome.Unfollowed(feed);
        })));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => FeedChoice.Suggest(call, typed);
}
