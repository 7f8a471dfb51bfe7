using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Library;

/// <summary><c>library list</c>: the documents of the channel's library, the newest first.</summary>
internal sealed class LibraryListCommand : ICommand
{
    private const int Shown = 20;

    public CommandDefinition Definition { get; } = new("library list", "Lists the documents of this channel's library, the last added first");

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var all = call.Library.Read(session => new DocumentStore(session).List());
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Listed([.. all.Reverse().Take(Shown)], all.Count));
    }
}
