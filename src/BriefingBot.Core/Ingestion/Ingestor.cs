using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>Takes documents into a library: reads, cleans, cuts into passages, stores and indexes them, one receipt per document.</summary>
public sealed class Ingestor
{
    /// <summary>Raised whenever the same bytes may give another text or other metadata.</summary>
    public const int CleanerVersion = 1;

    private readonly DocumentPreparer preparer;
    private readonly IngestionOptions options;
    private readonly TimeProvider time;

    /// <summary>With the readers of this version.</summary>
    public Ingestor(IngestionOptions options, TimeProvider time)
        : this(options, time, [new PlainTextReader()])
    {
    }

    /// <summary>With readers of one's own; the first that can read an item does.</summary>
    public Ingestor(IngestionOptions options, TimeProvider time, IReadOnlyList<IDocumentReader> readers)
    {
        this.options = options;
        this.time = time;
        preparer = new DocumentPreparer(options, readers);
    }

    /// <summary>Takes in one item in one transaction.</summary>
    public Receipt Ingest(LibraryFile library, IngestItem item)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(item);
        var prepared = preparer.Prepare(item);
        return prepared.Failure is { } failure ? DocumentWriter.Failed(item, failure) : library.Write(session => WriterOn(session).Write(prepared));
    }

    /// <summary>Reads on the cores, writes in batches of one transaction; receipts in input order; one failed item never stops the rest.</summary>
    public IAsyncEnumerable<Receipt> IngestAsync(LibraryFile library, IAsyncEnumerable<IngestItem> items, CancellationToken cancellationToken) =>
        new IngestionPipeline(preparer, WriterOn).RunAsync(library, items, cancellationToken);

    /// <summary>Reads the kept bytes again with the present cleaner.</summary>
    public IAsyncEnumerable<Receipt> RecleanAsync(LibraryFile library, CancellationToken cancellationToken) => throw new NotSupportedException(library.Name + time.GetUtcNow() + cancellationToken.IsCancellationRequested);

    private DocumentWriter WriterOn(LibrarySession session) => new(session, options, preparer);
}
