using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Core.Commands.Digests;

/// <summary><c>digest preview</c>: the whole of the next digest before its time, to the asker alone.</summary>
internal sealed class DigestPreviewCommand(DigestMaker maker) : ICommand
{
    public CommandDefinition Definition { get; } = new("digest preview", "Shows you the next digest before its time") { Options = [ChannelSchedules.Definition(required: false)] };

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (schedule, refusal) = ChannelSchedules.Meant(call);
        return Task.FromResult(refusal ?? new CommandOutcome.DigestShown(maker.Preview(call.Library, schedule, call.Channel, cancellationToken), Preview: true));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => ChannelSchedules.Suggest(call, typed);
}
