using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion.Corrections;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Ingestion;

/// <summary>Decides on sameness and writes a prepared document and its index rows in the caller's transaction.</summary>
internal sealed class DocumentWriter(LibrarySession session, IngestionOptions options, DocumentPreparer preparer)
{
    private readonly DocumentStore documents = new(session);
    private readonly PassageStore passages = new(session);
    private readonly LexicalIndex index = new(session);
    private readonly AliasStore aliases = new(session);
    private readonly Copies copies = new(session);
    private readonly CorrectionWriter corrections = new(session, preparer);

    /// <summary>Same origin and bytes: unchanged. Same origin, new bytes: a revision. Same bytes from elsewhere: a duplicate, unless the item brings its own id.</summary>
    public Receipt Write(PreparedItem prepared)
    {
        var item = prepared.Item;
        if (prepared.Failure is { } failure) return Failed(item, failure);
        var known = Known(documents, item);
        if (known is { RemovedUtc: null } && IsFrom(known, prepared.ContentHash)) return Unchanged(item, known.Current);
        if (known is null && item.DocumentId is null && documents.FindByContentHash(prepared.ContentHash) is [var first, ..])
            return Duplicate(item, first);
        var ready = prepared.Document is null ? preparer.Prepare(item) : prepared;
        if (item.IsReadAgain && known is { RemovedUtc: null } && ready.Document is { } again && SaysTheSame(known.Current, again)) return Unchanged(item, known.Current);
        return ready.Document is { } document
            ? Put(ready, document, known is null ? ReceiptOutcome.Added : ReceiptOutcome.Updated, known?.Id)
            : Failed(item, ready.Failure ?? $"{item.Source.Origin} gave nothing to read.");
    }

    public static Receipt Failed(IngestItem item, string reason) => new() { Origin = item.Source.Origin, Outcome = ReceiptOutcome.Failed, Reason = reason };

    /// <summary>Whether the library already holds these bytes from this origin.</summary>
    public static bool Holds(LibrarySession session, IngestItem item, string contentHash) =>
        Known(new DocumentStore(session), item) is { RemovedUtc: null } known && IsFrom(known, contentHash);

    private bool SaysTheSame(Revision current, PreparedDocument again) =>
        string.Equals(current.Text, again.Text, StringComparison.Ordinal) && string.Equals(current.Metadata.Title, again.Metadata.Title, StringComparison.Ordinal) && corrections.Know(current, again);

    private static bool IsFrom(Document document, string contentHash) => string.Equals(document.Current.ContentHash, contentHash, StringComparison.Ordinal);

    public static Document? Known(DocumentStore documents, IngestItem item) =>
        item.DocumentId is { } id ? documents.Find(id) : documents.FindByOrigin(item.Source.Origin);

    /// <summary>Stores what a newer cleaner makes of bytes the library holds; nothing where it makes the same of them.</summary>
    public Receipt Reclean(PreparedItem prepared)
    {
        var item = prepared.Item;
        var known = item.DocumentId is { } id ? documents.Find(id) : null;
        if (prepared.Document is not { } document || known is null || known.RemovedUtc is not null)
            return Failed(item, prepared.Failure ?? $"{item.Source.Origin} was removed in the meantime.") with { DocumentId = item.DocumentId };
        if (string.Equals(known.Current.Text, document.Text, StringComparison.Ordinal) && known.Current.Metadata == document.Metadata)
        {
            documents.Checked(known.Id, Ingestor.CleanerVersion);
            return Unchanged(item, known.Current);
        }

        return Put(prepared, document, ReceiptOutcome.Recleaned, known.Id);
    }

    /// <summary>Whether a fault is the document's own and leaves the rest of a batch writable.</summary>
    public static bool IsOfOneDocument(Exception fault) =>
        fault is LibraryExistsException or LibraryNotFoundException or ArgumentException or InvalidOperationException;

    /// <summary>Runs one write so that a fault in it undoes this document alone.</summary>
    public Receipt Guarded(PreparedItem prepared, Func<PreparedItem, Receipt> write)
    {
        const string savepoint = "document";
        session.Transaction.Save(savepoint);
        try
        {
            var receipt = write(prepared);
            session.Transaction.Release(savepoint);
            return receipt;
        }
        catch (Exception fault) when (IsOfOneDocument(fault))
        {
            session.Transaction.Rollback(savepoint);
            return Failed(prepared.Item, fault.Message);
        }
    }

    private Receipt Put(PreparedItem prepared, PreparedDocument document, ReceiptOutcome outcome, string? documentId)
    {
        var item = prepared.Item;
        var recleaned = outcome == ReceiptOutcome.Recleaned;
        var revision = new NewRevision(
            document.Text, document.Metadata, item.Source.FetchedUtc, recleaned ? RevisionCause.Recleaned : RevisionCause.Received, Ingestor.CleanerVersion,
            prepared.ContentHash, document.Removed, options.KeepOriginals && !recleaned ? prepared.Original ?? PackedBytes.Of(item.Source.Bytes.Span) : null)
        {
            Charset = item.Source.CharsetHint,
        };
        var previous = outcome == ReceiptOutcome.Updated && documentId is not null ? documents.Find(documentId)?.Current : null;
        var stored = documentId is null ? documents.Add(item.DocumentId, item.Source.Origin, revision).Current : documents.AddRevision(documentId, revision);
        var change = corrections.Write(previous, stored, prepared);
        foreach (var pair in document.Acronyms)
            aliases.Add(new Alias(pair.ShortForm, pair.LongForm, Alias.FromDocument, stored.DocumentId));
        var copyOf = copies.Add(stored, document.Print);
        // Last: what the index and the copies gather for their next batch is not undone with the document's savepoint.
        index.Add(stored, passages.Add(stored, document.Passages), document.Terms);
        if (copyOf is null) copies.Keep(stored, document.Print);
        return Describe(item, outcome, stored, document.Passages.Count) with { CopyOf = copyOf, Reason = change };
    }

    private Receipt Duplicate(IngestItem item, string documentId)
    {
        var first = documents.Find(documentId);
        return new Receipt
        {
            Origin = item.Source.Origin,
            Outcome = ReceiptOutcome.Duplicate,
            DocumentId = documentId,
            Title = first?.Current.Metadata.Title,
            Reason = $"the same bytes are already here as {documentId} from {first?.Origin ?? "elsewhere"}",
        };
    }

    private Receipt Unchanged(IngestItem item, Revision revision) =>
        Describe(item, ReceiptOutcome.Unchanged, revision, passages.ForRevision(revision.Id).Count) with { CopyOf = copies.CopyOf(revision.DocumentId) };

    private static Receipt Describe(IngestItem item, ReceiptOutcome outcome, Revision revision, int passageCount) => new()
    {
        Origin = item.Source.Origin,
        Outcome = outcome,
        DocumentId = revision.DocumentId,
        Title = revision.Metadata.Title,
        Publisher = revision.Metadata.Publisher,
        Agency = revision.Metadata.Agency,
        Byline = revision.Metadata.Byline,
        PublishedOn = revision.Metadata.PublishedOn,
        PublishedFrom = revision.Metadata.PublishedFrom,
        Language = revision.Metadata.Language,
        Passages = passageCount,
        Characters = revision.Text.Length,
        RemovedCharacters = revision.Removed.Sum(r => r.Text.Length),
    };
}
