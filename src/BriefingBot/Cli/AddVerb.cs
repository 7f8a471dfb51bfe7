using System.CommandLine;
using BriefingBot.Cli.Json;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Cli;

/// <summary><c>add</c>: documents into the library, one receipt for each.</summary>
internal sealed class AddVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path")
    {
        HelpName = "PATH-OR-URL…", Description = "files, folders (with everything in them), or - for standard input", Arity = ArgumentArity.OneOrMore,
    };

    public AddVerb() : base(
        "add",
        "adds documents to the library, which is made where there is none",
        "briefingbot add articles/",
        "cat article.html | briefingbot add -") => Add(_paths);

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var paths = run.Value(_paths);
        if (Array.Exists(paths, string.IsNullOrWhiteSpace)) throw new UsageException("PATH-OR-URL is empty");

        var walker = run.Get<SourceWalker>();
        var ingestor = run.Get<Ingestor>();
        var items = walker.WalkAsync(paths, run.Terminal.Input, cancellationToken);
        var receipts = ingestor.IngestAsync(run.OpenOrCreateLibrary(), items, cancellationToken);
        return await Receipts.WriteAsync(run, receipts, null, cancellationToken);
    }
}
