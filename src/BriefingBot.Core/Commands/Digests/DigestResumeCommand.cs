using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest resume</c>: lets a paused schedule run again, from the next due on.</summary>
internal sealed class DigestResumeCommand(TimeProvider time) : ICommand
{
    public CommandDefinition Definition { get; } = new("digest resume", "Lets a paused digest come again", DeskRole.Editor) { Options = [ChannelSchedules.Definition(required: false)] };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Resume(call));

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => ChannelSchedules.Suggest(call, typed);

    private CommandOutcome Resume(CommandCall call)
    {
        var (schedule, refusal) = ChannelSchedules.Meant(call);
        if (schedule is null) return refusal ?? new CommandOutcome.NoSuchSchedule();
        return new CommandOutcome.ScheduleRuns(call.Library.Write(session => new ScheduleStore(session).Start(schedule, time.GetUtcNow())));
    }
}
