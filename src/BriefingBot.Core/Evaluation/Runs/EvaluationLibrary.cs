using System.Runtime.CompilerServices;
using System.Text;
using BriefingBot.Core.Evaluation.Sets;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>A library of its own in a temporary folder, filled through the normal ingestion and gone with the run.</summary>
internal sealed class EvaluationLibrary : IDisposable
{
    private readonly string _folder;
    private readonly List<string> _problems = [];

    private EvaluationLibrary(string folder, LibraryFile file) => (_folder, File) = (folder, file);

    public LibraryFile File { get; }

    /// <summary>One sentence per row of the corpus that did not become a document of its own.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public int Documents => File.Read(session => new DocumentStore(session).Count());

    /// <summary>The day of the newest document; null when no document has a day.</summary>
    public DateOnly? NewestDay => File.Read(session => new DocumentStore(session).NewestPublishedOn());

    public static async Task<EvaluationLibrary> FillAsync(
        Corpus corpus, Ingestor ingestor, TimeProvider time, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-eval-").FullName;
        var library = new EvaluationLibrary(folder, new LibraryCatalog(folder, time).Create("evaluation"));
        try
        {
            await library.IngestAsync(corpus, ingestor, time, progress, cancellationToken);
            return library;
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        File.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task IngestAsync(
        Corpus corpus, Ingestor ingestor, TimeProvider time, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        var items = Items(corpus, time.GetUtcNow(), cancellationToken);
        await foreach (var receipt in ingestor.IngestAsync(File, items, cancellationToken))
        {
            if (receipt.Outcome is not ReceiptOutcome.Added)
                _problems.Add($"{receipt.Origin}: {receipt.Reason ?? receipt.Outcome.ToString()}");
            progress?.Report(new EvaluationProgress("documents", ++done, null));
        }
    }

    private static async IAsyncEnumerable<IngestItem> Items(
        Corpus corpus, DateTimeOffset fetchedUtc, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in corpus.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Item(row, fetchedUtc);
        }

        await Task.CompletedTask;
    }

    private static IngestItem Item(CorpusRow row, DateTimeOffset fetchedUtc)
    {
        var given = new DocumentMetadata
        {
            Title = row.Title,
            Publisher = row.Publisher,
            PublishedOn = row.PublishedOn,
            PublishedFrom = row.PublishedOn is null ? null : DateSource.Metadata,
            Url = row.Url,
        };
        // The extension says plain text, whatever the text looks like.
        var source = new SourceBytes(row.Id + ".txt", Encoding.UTF8.GetBytes(row.Text), fetchedUtc, row.Url, "utf-8");
        return new IngestItem(source, row.Id, given);
    }
}
