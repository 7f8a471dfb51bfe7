using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Commands;

/// <summary><c>help</c>: what this person can do here.</summary>
internal sealed class HelpCommand(Func<CommandCatalog> catalog) : ICommand
{
    public CommandDefinition Definition { get; } = new("help", "Says what you can do here");

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult<CommandOutcome>(new CommandOutcome.Help([.. catalog().Definitions.Where(command => command.Role <= call.Role)]));
}
