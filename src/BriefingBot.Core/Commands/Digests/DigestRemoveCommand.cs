using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest remove</c>: takes a schedule away; the digests it made stay.</summary>
internal sealed class DigestRemoveCommand(TimeProvider time) : ICommand
{
    public CommandDefinition Definition { get; } = new("digest remove", "Removes a digest's schedule; digests that were made stay", DeskRole.Editor) { Options = [ChannelSchedules.Definition(required: true)] };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (ChannelSchedules.Find(call, call.Option(ChannelSchedules.Option)) is not { } schedule) return Task.FromResult<CommandOutcome>(new CommandOutcome.NoSuchSchedule());
        call.Library.Write(session => new ScheduleStore(session).Remove(schedule.Id, time.GetUtcNow()));
        return Task.FromResult<CommandOutcome>(new CommandOutcome.ScheduleRemoved(schedule.Id));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => ChannelSchedules.Suggest(call, typed);
}
