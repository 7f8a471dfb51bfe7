using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest list</c>: the schedules of this workspace over this library, and those of this channel that lost theirs.</summary>
internal sealed class DigestListCommand(ScheduledDigestStore known) : ICommand
{
    public CommandDefinition Definition { get; } = new("digest list", "Lists when digests come, and which are paused and why");

    public bool NeedsLibrary => false;

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var listed = call.OpenLibrary is null ? [] : ChannelSchedules.Of(call);
        var gone = known.List().Where(schedule => schedule.PausedReason == DigestPauses.Removed && ChannelKey.Of(schedule.Place) == call.Channel).ToList();
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Schedules(listed, gone, call.Channel));
    }
}
