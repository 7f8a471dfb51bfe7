using BriefingBot.Core.Commands.Questions;

namespace BriefingBot.Core.Commands;

/// <summary>What the buttons under the bot's posts do. They work after a restart: all they need stands in their ids.</summary>
internal sealed class ActionCatalog(IEnumerable<IAction> actions, QuestionDesk desk)
{
    private readonly Dictionary<string, IAction> _actions = actions.ToDictionary(action => action.Verb, StringComparer.Ordinal);

    public QuestionDesk Desk { get; } = desk;

    public IAction? Find(string verb) => _actions.GetValueOrDefault(verb);
}
