using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary><c>feeds poll</c>: reads one feed, or all of them, now.</summary>
internal sealed class FeedsPollCommand(FeedPoller poller) : ICommand
{
    public CommandDefinition Definition { get; } = new("feeds poll", "Reads the feeds now, or one of them, and takes their new items in", DeskRole.Contributor) { Options = [FeedChoice.Option(required: false)] };

    public async Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var line = new ProgressLine(call.Responder);
        var progress = new FeedProgressLine(line);
        try
        {
            if (call.Option(FeedChoice.Name) is not { } which)
                return new CommandOutcome.Feeds(new FeedOutcome.Polled(await poller.PollAsync(call.Library, all: true, progress, cancellationToken), Busy: false));
            if (call.Library.Read(session => FeedChoice.Find(new FeedStore(session), which)) is not { } feed) return new CommandOutcome.Feeds(new FeedOutcome.Unknown(which));
            var poll = await poller.PollAsync(call.Library, feed, progress, cancellationToken);
            return new CommandOutcome.Feeds(new FeedOutcome.Polled(poll is null ? [] : [poll], poll is null));
        }
        finally
        {
            await line.CloseAsync();
        }
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => FeedChoice.Suggest(call, typed);
}
