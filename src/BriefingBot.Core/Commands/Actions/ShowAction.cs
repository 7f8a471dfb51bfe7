using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;

namespace BriefingBot.Core.Commands.Actions;

/// <summary>Composes an answer's reply again, for one person: a platform turns the pages of a long reply with it.</summary>
internal sealed class ShowAction : IAction
{
    public string Verb => ChatMenu.ShowAgainVerb;

    public Task<CommandOutcome> RunAsync(CommandCall call, ChatActionId action, string? value, CancellationToken cancellationToken)
    {
        if (AnswerAccess.Find(call, action.Target) is not var (answer, _)) return Task.FromResult<CommandOutcome>(new CommandOutcome.NoSuchAnswer());
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Answered(answer, Private: true, call.Library.Read(QuestionAnswerer.Searched)));
    }
}
