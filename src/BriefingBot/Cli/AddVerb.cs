using System.CommandLine;
using System.Runtime.CompilerServices;
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
        var items = ItemsAsync(run, walker, paths, cancellationToken);
        var receipts = ingestor.IngestAsync(run.OpenOrCreateLibrary(), items, cancellationToken);
        var expected = run.Terminal.Progress ? paths.Sum(Expected) : (int?)null;
        return await Receipts.WriteAsync(run, receipts, expected, cancellationToken);
    }

    private static async IAsyncEnumerable<IngestItem> ItemsAsync(
        VerbRun run, SourceWalker walker, string[] paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (IsLink(path))
            {
                const string reason = "links are not fetched in this version; save the page and add the file";
                yield return new IngestItem(new SourceBytes(path, ReadOnlyMemory<byte>.Empty, run.Time.GetUtcNow()), Failure: reason);
                continue;
            }

            // Standard input is opened only where it is asked for.
            var input = path is "-" ? run.Terminal.Input : Stream.Null;
            await foreach (var item in walker.WalkAsync([path], input, cancellationToken)) yield return item;
        }
    }

    private static bool IsLink(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>About how many documents a path holds, for the time left; what cannot be looked into counts as one.</summary>
    private static int Expected(string path)
    {
        if (!Directory.Exists(path)) return 1;
        var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 64 };
        return Directory.EnumerateFiles(path, "*", all).Count(file => SourceWalker.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
    }
}
