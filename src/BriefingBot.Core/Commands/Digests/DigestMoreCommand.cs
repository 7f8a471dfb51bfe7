using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest more</c>: the stories the last digest of this channel only counted.</summary>
internal sealed class DigestMoreCommand : ICommand
{
    private const int Shown = 25;

    public CommandDefinition Definition { get; } = new("digest more", "Lists the stories this channel's last digest only counted");

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult<CommandOutcome>(call.Library.Read(session =>
    {
        var digests = new StoredDigestStore(session);
        return digests.Newest(call.Channel) is { } id ? new CommandOutcome.MoreStories(id, digests.Counted(id, Shown)) : new CommandOutcome.MoreStories(null, []);
    }));
}
