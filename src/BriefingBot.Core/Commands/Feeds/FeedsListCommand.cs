using BriefingBot.Core.Chat;
using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary><c>feeds list</c>: what the channel's library follows, and how each feed does.</summary>
internal sealed class FeedsListCommand(TimeProvider time) : ICommand
{
    public CommandDefinition Definition { get; } = new("feeds list", "The feeds of this channel's library: last success, failures, next reading");

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult<CommandOutcome>(
        new CommandOutcome.Feeds(new FeedOutcome.Listed(call.Library.Read(session => new FeedStore(session).List()), time.GetUtcNow())));
}
