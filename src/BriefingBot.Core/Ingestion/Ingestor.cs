#pragma warning disable
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>Takes documents into a library: reads, cleans, cuts into passages, stores and indexes them, one receipt per document.</summary>
public sealed class Ingestor(IngestionOptions options, TimeProvider time)
{
    /// <summary>Takes in one item in one transaction.</summary>
    public Receipt Ingest(LibraryFile library, IngestItem item) => throw new NotSupportedException(item + "" + options + time + library);

    /// <summary>Reads on the cores, writes in batches of one transaction; receipts in input order; one failed item never stops the rest.</summary>
    public IAsyncEnumerable<Receipt> IngestAsync(LibraryFile library, IAsyncEnumerable<IngestItem> items, CancellationToken cancellationToken) => throw new NotSupportedException(items + "" + library + cancellationToken);

    /// <summary>Reads the kept bytes again with the present cleaner.</summary>
    public IAsyncEnumerable<Receipt> RecleanAsync(LibraryFile library, CancellationToken cancellationToken) => throw new NotSupportedException(library + "" + cancellationToken);
}
