using BriefingBot.Core.Chat;
using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary><c>feeds pause</c>: stops reading a feed for a while, or goes on.</summary>
internal sealed class FeedsPauseCommand : ICommand
{
    public CommandDefinition Definition { get; } = new("feeds pause", "Stops reading a feed until it is resumed", DeskRole.Editor)
    {
        Options = [FeedChoice.Option(required: true), new("resume", "Goes on reading it", CommandOptionType.Flag)],
    };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (which, paused) = (call.Option(FeedChoice.Name) ?? "", call.Option("resume") is not "true");
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Feeds(call.Library.Write<FeedOutcome>(session =>
        {
            var store = new FeedStore(session);
            if (FeedChoice.Find(store, which) is not { } feed) return new FeedOutcome.Unknown(which);
            store.Pause(feed.Id, paused);
            return new FeedOutcome.Paused(store.Find(feed.Id)!);
        })));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => option is FeedChoice.Name ? FeedChoice.Suggest(call, typed) : [];
}
