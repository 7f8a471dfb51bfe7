using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli.Libraries;

/// <summary>What <c>library grant</c>, <c>revoke</c> and <c>bind</c> have in common: a library, and a workspace of a platform.</summary>
internal abstract class WorkspaceVerb : Verb
{
    private readonly Argument<string> _name = new("name") { HelpName = "NAME", Description = "the library" };
    private readonly Option<string> _platform = new("--platform") { HelpName = "discord|local", Description = "where the workspace is (default discord)", DefaultValueFactory = _ => "discord" };

    protected WorkspaceVerb(string name, string description, params string[] examples) : base(name, description, examples)
    {
        Add(_name);
        Add(Workspace);
        Add(_platform);
    }

    protected Option<string> Workspace { get; } = new("--workspace") { HelpName = "ID", Description = "the workspace's id on its platform: a guild's id" };

    /// <exception cref="LibraryNotFoundException">there is no such library</exception>
    protected string Library(VerbRun run)
    {
        var name = run.Value(_name);
        if (!run.Catalog.Exists(name)) throw new LibraryNotFoundException($"There is no library \"{name}\" in {run.DataDirectory}. \"library list\" names what there is.");
        return name;
    }

    protected string NameOf(VerbRun run) => run.Value(_name);

    protected WorkspaceKey WorkspaceOf(VerbRun run) => run.Value(Workspace) is { Length: > 0 } id
        ? new WorkspaceKey(run.Value(_platform) ?? "discord", id)
        : throw new UsageException("--workspace is missing: the workspace's id on its platform");
}

/// <summary><c>library grant</c>: lets a workspace open a library.</summary>
internal sealed class LibraryGrantVerb : WorkspaceVerb
{
    private readonly Option<string?> _as = new("--as") { HelpName = "NAME", Description = "what the workspace calls it (default its name)" };
    private readonly Option<string[]> _contributor = new("--contributor-role") { HelpName = "ID", Description = "a role of the platform whose members may add documents" };
    private readonly Option<string[]> _editor = new("--editor-role") { HelpName = "ID", Description = "a role of the platform whose members may also remove, create and bind" };

    public LibraryGrantVerb() : base("grant", "lets a workspace open a library", "briefingbot library grant port-desk --workspace 1099511627776")
    {
        Add(_as);
        Add(_contributor);
        Add(_editor);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var (library, workspace) = (Library(run), WorkspaceOf(run));
        run.Get<GrantStore>().Grant(workspace, library, run.Value(_as));
        var roles = run.Get<RoleStore>();
        foreach (var role in run.Value(_contributor) ?? []) roles.Map(workspace, role, DeskRole.Contributor);
        foreach (var role in run.Value(_editor) ?? []) roles.Map(workspace, role, DeskRole.Editor);
        if (run.Json) run.WriteJson(new GrantDocument(library, workspace.Platform, workspace.Id), ContractJson.Readable.GrantDocument);
        else run.Page().Line($"The workspace {workspace.Id} ({workspace.Platform}) may open the library \"{library}\". Bind a channel there: /library bind");
        return Task.FromResult(ExitCode.Done);
    }
}

/// <summary><c>library revoke</c>: takes a library from a workspace, with its channels.</summary>
internal sealed class LibraryRevokeVerb() : WorkspaceVerb("revoke", "takes a library from a workspace; its channels are bound to nothing any more", "briefingbot library revoke port-desk --workspace 1099511627776")
{
    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var (library, workspace) = (NameOf(run), WorkspaceOf(run));
        if (!run.Get<GrantStore>().Revoke(workspace, library))
            throw new LibraryException($"The workspace {workspace.Id} ({workspace.Platform}) was not granted a library \"{library}\". \"status\" lists what is bound.");
        if (run.Json) run.WriteJson(new GrantDocument(library, workspace.Platform, workspace.Id), ContractJson.Readable.GrantDocument);
        else run.Page().Line($"The workspace {workspace.Id} ({workspace.Platform}) may no longer open the library \"{library}\".");
        return Task.FromResult(ExitCode.Done);
    }
}

/// <summary><c>library bind</c>: lets a channel open a library its workspace was granted.</summary>
internal sealed class LibraryBindVerb : WorkspaceVerb
{
    private readonly Option<string> _channel = new("--channel") { HelpName = "ID", Description = "the channel's id on its platform" };

    public LibraryBindVerb() : base("bind", "lets a channel open a library its workspace was granted", "briefingbot library bind port-desk --workspace 1099511627776 --channel 1099511627801") => Add(_channel);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var (library, workspace) = (Library(run), WorkspaceOf(run));
        if (run.Value(_channel) is not { Length: > 0 } channel) throw new UsageException("--channel is missing: the channel's id on its platform");
        if (!run.Get<BindingStore>().Bind(new ChannelKey(workspace, channel), library))
            throw new LibraryException($"The workspace {workspace.Id} ({workspace.Platform}) was not granted the library \"{library}\". Grant it first: library grant {library} --workspace {workspace.Id}");
        if (run.Json) run.WriteJson(new BindingDocument(library, workspace.Platform, workspace.Id, channel), ContractJson.Readable.BindingDocument);
        else run.Page().Line($"The channel {channel} opens the library \"{library}\".");
        return Task.FromResult(ExitCode.Done);
    }
}
