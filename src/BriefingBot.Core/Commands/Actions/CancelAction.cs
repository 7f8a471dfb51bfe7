using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Calls off one's own question while it waits or is worked on.</summary>
internal sealed class CancelAction(QuestionDesk desk) : IAction
{
    public const string ActionVerb = "cancel";

    public string Verb => ActionVerb;

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken)
    {
        var mine = desk.Find(action.Target) is { } question && Questioner.MayDecide(call, question);
        return Task.FromResult<CommandOutcome>(mine && desk.CallOff(action.Target) ? new CommandOutcome.CallingOff() : new CommandOutcome.NotRunning());
    }
}
