using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Rereading;

/// <summary>
/// Reads a page again that a document was made of. What it says by then becomes a revision, and so a correction where past
/// answers quote what changed; the same text in other bytes is no revision, and a page that has moved or is behind a wall none either.
/// </summary>
public sealed class PageRereader(LinkSource links, Ingestor ingestor, FetchOptions options, TimeProvider time)
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(15);

    /// <summary>How many days after its first reading a page is read again; 0 for never.</summary>
    internal int Days => options.RereadDays;

    /// <summary>What is due, the longest due page of every host.</summary>
    internal IReadOnlyList<PageToReread> Due(LibraryFile library) => library.Read(session => new RereadStore(session).Due(time.GetUtcNow()));

    /// <summary>Reads one page.</summary>
    /// <returns>Null where the host says that it is as it was, and where somebody else reads it or its document is gone.</returns>
    public async Task<Receipt?> ReadAsync(LibraryFile library, PageToReread page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(page);
        var until = time.GetUtcNow() + LeaseTime;
        if (!library.Write(session => new RereadStore(session).Lease(page, until))) return null;
        try
        {
            if (library.Read(session => Begin(session, page)) is not var (given, known)) return null;
            var read = await links.AgainAsync(page, known, given, cancellationToken);
            var receipt = read.Item is { } item ? ingestor.Ingest(library, item) : null;
            library.Write(session => Note(new RereadStore(session), page, read, receipt));
            return receipt;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever starts next need not wait for the lease to run out.
            library.Write(session => new RereadStore(session).Release(page, until));
            throw;
        }
    }

    /// <summary>What was known of the document from outside, and what to ask with; null where the document is gone.</summary>
    private static (DocumentMetadata Given, PageValidators? Known)? Begin(LibrarySession session, PageToReread page)
    {
        var documents = new DocumentStore(session);
        if (documents.Find(page.DocumentId) is not { RemovedUtc: null } document) return null;
        if (page.Validators.Any) return (GivenMetadata.Of(document.Current.Metadata), page.Validators);
        // What the host said at the first reading counts where that reading was taken in.
        var first = new LinkStore(session).Find(page.Link);
        return (GivenMetadata.Of(document.Current.Metadata), first is { Validators.Any: true } && first.ContentHash == document.Current.ContentHash ? first.Validators : null);
    }

    private void Note(RereadStore store, PageToReread page, PageReadAgain read, Receipt? receipt)
    {
        var next = RereadTimes.Next(page.FirstUtc, time.GetUtcNow(), Days);
        if (receipt is { Outcome: ReceiptOutcome.Failed }) store.Failed(page, next, receipt.Reason!);
        else if (read.Fault is { } fault) store.Failed(page, next is null || read.RetryAtUtc is not { } retry || retry < next ? next : retry, fault);
        else store.Succeeded(page, next, read.Validators);
    }
}
