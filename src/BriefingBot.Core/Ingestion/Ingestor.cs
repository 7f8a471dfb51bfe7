using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>Takes documents into a library: reads, cleans, cuts into passages, stores and indexes them, one receipt per document.</summary>
public sealed class Ingestor
{
    /// <summary>Raised whenever the same bytes may give another text or other metadata.</summary>
    public const int CleanerVersion = 3;

    private readonly DocumentPreparer preparer;
    private readonly IngestionOptions options;

    /// <summary>With the readers of this version.</summary>
    public Ingestor(IngestionOptions options, TimeProvider time)
        : this(options, time, DocumentReaders.All)
    {
    }

    /// <summary>With readers of one's own; the first that can read an item does.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="time">Stamps items that do not say when they were fetched.</param>
    /// <param name="readers">In the order they are asked.</param>
    public Ingestor(IngestionOptions options, TimeProvider time, IReadOnlyList<IDocumentReader> readers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(readers);
        this.options = options;
        preparer = new DocumentPreparer(options, time, readers);
    }

    /// <summary>Takes in one item in one transaction.</summary>
    public Receipt Ingest(LibraryFile library, IngestItem item)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(item);
        var prepared = preparer.Prepare(item);
        if (prepared.Failure is { } failure) return DocumentWriter.Failed(item, failure);
        IndexBuild.EnsureCurrent(library);
        return library.Write(session =>
        {
            var writer = WriterOn(session);
            return writer.Guarded(prepared, writer.Write);
        });
    }

    /// <summary>
    /// Reads on the cores, writes in batches of one transaction; receipts in input order. A failed item never stops the rest;
    /// cancellation and faults of the library (full disk, locked file) do, and undo the batch they meet: what has a receipt is stored whole.
    /// </summary>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    public IAsyncEnumerable<Receipt> IngestAsync(LibraryFile library, IAsyncEnumerable<IngestItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(items);
        return new IngestionPipeline(preparer, WriterOn).RunAsync(library, items, cancellationToken);
    }

    /// <summary>
    /// Reads the kept bytes of every document again that an older cleaner made. Where text or metadata come out differently the
    /// document gets a revision marked so, which is no correction; one whose bytes were not kept is a failed receipt.
    /// </summary>
    public IAsyncEnumerable<Receipt> RecleanAsync(LibraryFile library, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        return new IngestionPipeline(preparer, WriterOn, reclean: true).RunAsync(library, KeptOriginals.OlderThan(library, CleanerVersion), cancellationToken);
    }

    private DocumentWriter WriterOn(LibrarySession session) => new(session, options, preparer);
}
