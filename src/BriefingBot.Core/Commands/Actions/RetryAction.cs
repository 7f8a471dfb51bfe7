using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Asks an interrupted question again, under the answer's id it was given.</summary>
internal sealed class RetryAction(QuestionDesk desk) : IAction
{
    public const string ActionVerb = "retry";

    public string Verb => ActionVerb;

    public bool ActsInOrder => true;

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken) =>
        Task.FromResult(desk.Find(action.Target) is { State: InboxState.Interrupted } question && Questioner.MayDecide(call, question)
            ? desk.TakeAgain(call.Channel, call.Responder, question with { ReplyAddress = call.Request.ReplyAddress })
            : new CommandOutcome.NotRunning());
}
