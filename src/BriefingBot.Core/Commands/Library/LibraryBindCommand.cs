using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Library;

/// <summary><c>library bind</c>: lets this channel open one of its workspace's libraries.</summary>
internal sealed class LibraryBindCommand(GrantStore grants, BindingStore bindings, LibraryShelf shelf) : ICommand
{
    public CommandDefinition Definition { get; } = new("library bind", "Lets this channel open one of this workspace's libraries", DeskRole.Editor)
    {
        Options = [new("name", "The library") { Required = true, Suggests = true, Most = 64 }],
    };

    public bool NeedsLibrary => false;

    public Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (grants.Find(call.Workspace, call.Option("name") ?? "") is not { } grant || Documents(grant) is not { } documents || !bindings.Bind(call.Channel, grant.Library))
            return Task.FromResult<CommandOutcome>(new CommandOutcome.NoSuchLibrary());
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Bound(grant.Name, documents));
    }

    public IReadOnlyList<ReplyChoice> Suggest(CommandCall call, string option, string typed) => grants.Of(call.Workspace)
        .Where(grant => grant.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(25).Select(grant => new ReplyChoice(grant.Name, grant.Name)).ToList();

    // Null where the operator deleted the file and left the grant.
    private int? Documents(LibraryGrant grant)
    {
        try
        {
            return shelf.Open(grant.Library).Read(session => new DocumentStore(session).Count());
        }
        catch (LibraryNotFoundException)
        {
            return null;
        }
    }
}
