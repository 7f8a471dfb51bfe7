using System.CommandLine;
using BriefingBot.Cli.Json;

namespace BriefingBot.Cli.Libraries;

/// <summary><c>library create</c>: an empty library.</summary>
internal sealed class LibraryCreateVerb : Verb
{
    private readonly Argument<string> _name = new("name") { HelpName = "NAME", Description = "lower-case letters, digits, - and _" };

    public LibraryCreateVerb() : base("create", "makes an empty library", "briefingbot library create port-desk") => Add(_name);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var name = run.Value(_name);
        using var made = run.Catalog.Create(name);
        if (run.Json) run.WriteJson(new LibraryDocument(name), ContractJson.Readable.LibraryDocument);
        else run.Page().Line($"Made the library \"{name}\". Fill it: briefingbot add FOLDER --library {name}");
        return Task.FromResult(ExitCode.Done);
    }
}
