using System.CommandLine;
using BriefingBot.Cli.Json;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library remove</c>: a library with everything in it.</summary>
internal sealed class LibraryRemoveVerb : Verb
{
    private readonly Argument<string> _name = new("name") { HelpName = "NAME", Description = "the library to delete" };

    public LibraryRemoveVerb() : base(
        "remove",
        "deletes a library with its documents and answers; \"backup\" first, it does not come back",
        "briefingbot library remove port-desk") => Add(_name);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var name = run.Value(_name);
        run.Catalog.Remove(name);
        if (run.Json) run.WriteJson(new LibraryDocument(name), ContractJson.Readable.LibraryDocument);
        else run.Page().Line($"Deleted the library \"{name}\" with everything in it.");
        return Task.FromResult(ExitCode.Done);
    }
}
