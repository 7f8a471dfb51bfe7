using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest pause</c>: stops a schedule until it is resumed.</summary>
internal sealed class DigestPauseCommand(TimeProvider time) : ICommand
{
    public CommandDefinition Definition { get; } = new("digest pause", "Stops a digest until it is resumed", DeskRole.Editor) { Options = [ChannelSchedules.Definition(required: false)] };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Pause(call));

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => ChannelSchedules.Suggest(call, typed);

    private CommandOutcome Pause(CommandCall call)
    {
        var (schedule, refusal) = ChannelSchedules.Meant(call);
        if (schedule is null) return refusal ?? new CommandOutcome.NoSuchSchedule();
        call.Library.Write(session => new ScheduleStore(session).Pause(schedule.Id, time.GetUtcNow(), "paused by the desk"));
        return new CommandOutcome.SchedulePaused(schedule);
    }
}
