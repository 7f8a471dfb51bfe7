using System.CommandLine;
using System.Runtime.CompilerServices;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Cli;

/// <summary><c>add</c>: documents into the library, one receipt for each.</summary>
internal sealed class AddVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path")
    {
        HelpName = "PATH-OR-URL…",
        Description = "files, folders (with everything in them), links, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    public AddVerb() : base(
        "add",
        "adds documents to the library, which is made where there is none",
        "briefingbot add articles/",
        "briefingbot add https://example.org/news/cranes-idle",
        "cat article.html | briefingbot add -") => Add(_paths);

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var paths = run.Value(_paths);
        if (Array.Exists(paths, string.IsNullOrWhiteSpace)) throw new UsageException("PATH-OR-URL is empty");

        var walker = run.Get<SourceWalker>();
        var ingestor = run.Get<Ingestor>();
        var library = run.OpenOrCreateLibrary();
        var items = ItemsAsync(run, library, walker, paths, cancellationToken);
        var receipts = ingestor.IngestAsync(library, items, cancellationToken);
        var expected = run.Terminal.Progress ? paths.Sum(Expected) : (int?)null;
        return await Receipts.WriteAsync(run, receipts, expected, cancellationToken);
    }

    private static async IAsyncEnumerable<IngestItem> ItemsAsync(
        VerbRun run, LibraryFile library, SourceWalker walker, string[] paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (LinkAddress.LooksLikeLink(path))
            {
                yield return await run.Get<LinkSource>().ItemAsync(library, path, given: null, cancellationToken);
                continue;
            }

            // Standard input is opened only where it is asked for.
            var input = path is "-" ? run.Terminal.Input : Stream.Null;
            await foreach (var item in walker.WalkAsync([path], input, cancellationToken)) yield return item;
        }
    }

    /// <summary>About how many documents a path holds, for the time left; what cannot be looked into counts as one.</summary>
    private static int Expected(string path)
    {
        if (!Directory.Exists(path)) return 1;
        var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 64 };
        return Directory.EnumerateFiles(path, "*", all).Count(file => SourceWalker.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
    }
}
