using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Actions;
using BriefingBot.Core.Commands.Digests;

namespace BriefingBot.Core.Commands;

/// <summary>The catalogue as platforms offer it: what can be called, and who sees what comes of it.</summary>
internal static class CommandMenu
{
    // What concerns the asker alone, and would only stand in everybody's way: quotes reopened, the library's housekeeping.
    private static readonly HashSet<string> Private = new(["source", "library", "feeds", "digest", "status", "help"], StringComparer.Ordinal);

    /// <summary>Every command of the catalogue; those named here, with all their subcommands, answer the asker alone; a digest posted now is for everyone.</summary>
    public static ChatMenu Of(CommandCatalog catalog) => new(catalog.Definitions)
    {
        PrivateCommands = catalog.Definitions.Select(command => command.Name).Where(name => Private.Contains(name.Split(' ')[0]) && name != DigestPostCommand.Name).ToHashSet(StringComparer.Ordinal),
        // A question asked further, or again, is a question like any other.
        PublicActions = new HashSet<string>([FurtherAction.ActionVerb, RetryAction.ActionVerb], StringComparer.Ordinal),
    };
}
