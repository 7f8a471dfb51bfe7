using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Digests;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Core.Commands;

/// <summary><c>status</c>: this channel's library and line; nothing about any other.</summary>
internal sealed class StatusCommand(ChannelQueues queues) : ICommand
{
    public CommandDefinition Definition { get; } = new("status", "What this channel's library holds, and what is waiting");

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (searched, passages, standing) = call.Library.Read(session => (QuestionAnswerer.Searched(session), new PassageStore(session).Count(), new CorrectionStore(session).Standing()));
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Status(call.Binding!.Name, searched, passages, queues.CountOf(call.Channel))
        {
            Corrected = standing.Count(s => s.Value == NoticeKind.Corrected),
            Retracted = standing.Count(s => s.Value == NoticeKind.Retracted),
            Digests = [.. ChannelSchedules.Of(call).Select(schedule => $"digest {DigestReplies.Line(schedule, call.Channel)}")],
        });
    }
}
