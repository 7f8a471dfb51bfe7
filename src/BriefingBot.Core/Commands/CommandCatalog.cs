using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Commands;

/// <summary>Everything the bot can be told to do. The menu shows only what works.</summary>
public sealed class CommandCatalog
{
    private readonly Dictionary<string, ICommand> _commands;

    internal CommandCatalog(IEnumerable<ICommand> commands)
    {
        _commands = commands.ToDictionary(command => command.Definition.Name, StringComparer.Ordinal);
        Definitions = [.. _commands.Values.Select(command => command.Definition)];
    }

    /// <summary>The menu, in its order.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    internal ICommand? Find(string name) => _commands.GetValueOrDefault(name);
}
