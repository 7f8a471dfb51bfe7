using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Asks further in the conversation of an answer.</summary>
internal sealed class FurtherAction(QuestionDesk desk) : IAction
{
    public const string ActionVerb = "further";

    public string Verb => ActionVerb;

    public bool ActsInOrder => true;

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken)
    {
        if (AnswerAccess.Find(call, action.Target) is not var (answer, turn)) return Task.FromResult<CommandOutcome>(new CommandOutcome.NoSuchAnswer());
        return Task.FromResult(desk.Take(call, new AskedQuestion(value ?? "")
        {
            Conversation = turn?.Conversation ?? answer.AnswerId,
            Private = turn is { Private: true },
            AsOf = answer.AsOf,
        }));
    }
}
