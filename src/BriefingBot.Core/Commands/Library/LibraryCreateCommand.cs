using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Library;

/// <summary>
/// <c>library create</c>: an empty library for this workspace. Where another workspace has a library of that name the file gets another one and nobody
/// notices: a name tells nothing about anybody else.
/// </summary>
internal sealed class LibraryCreateCommand(LibraryCatalog catalog, GrantStore grants, LimitsOptions limits) : ICommand
{
    public CommandDefinition Definition { get; } = new("library create", "Makes an empty library for this workspace", DeskRole.Editor)
    {
        Options = [new("name", "Lower-case letters, digits, - and _") { Required = true, Most = 40 }],
    };

    public bool NeedsLibrary => false;

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Create(call.Workspace, call.Option("name")));

    private CommandOutcome Create(WorkspaceKey workspace, string? name)
    {
        if (name is not { Length: <= 40 } || !LibraryName.IsValid(name)) return new CommandOutcome.Invalid("A library's name has 1 to 40 lower-case letters (a-z), digits, - and _.");
        var granted = grants.Of(workspace);
        if (granted.Any(grant => grant.Name == name)) return new CommandOutcome.Invalid($"This workspace has a library {name} already. Choose another name.");
        if (granted.Count >= limits.LibrariesPerWorkspace) return new CommandOutcome.Invalid($"This workspace has {granted.Count} libraries, and that is the most it may have.");
        grants.Grant(workspace, Make(name), name);
        return new CommandOutcome.Created(name);
    }

    private string Make(string name)
    {
        for (var file = name; ; file = $"{name}-{ShortId.New().ToLowerInvariant()}")
        {
            try
            {
                catalog.Create(file).Dispose();
                return file;
            }
            catch (LibraryExistsException)
            {
                // Somebody else's: the file gets a name of its own.
            }
        }
    }
}
