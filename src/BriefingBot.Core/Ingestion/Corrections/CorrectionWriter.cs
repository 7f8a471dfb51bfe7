using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Core.Ingestion.Corrections;

/// <summary>Notes, in the transaction that stores a text, what it says of itself and whether it says something else than the one before.</summary>
internal sealed class CorrectionWriter(LibrarySession session, DocumentPreparer preparer)
{
    private readonly CorrectionStore store = new(session);

    /// <param name="previous">The text before; null of a new document and of bytes that are only read again.</param>
    /// <param name="stored">As stored.</param>
    /// <param name="prepared">What it was made of.</param>
    /// <returns>What the receipt says of it; null for nothing.</returns>
    public string? Write(Revision? previous, Revision stored, PreparedItem prepared)
    {
        var notices = prepared.Document!.Notices;
        store.AddNotices(stored, notices);
        return previous is not null && store.Add(SameCleaner(previous, prepared.Item), stored, notices) is var (kind, answers) ? CorrectionWords.OfReceipt(kind, answers) : null;
    }

    /// <summary>Whether a document says of itself nothing but what the library knows to stand with its text.</summary>
    public bool Know(Revision current, PreparedDocument again)
    {
        if (again.Notices.Count == 0) return true;
        var known = store.Notices(current).Select(notice => (notice.Kind, notice.Quote)).ToHashSet();
        var read = current with { Text = again.Text, Metadata = again.Metadata, Removed = again.Removed };
        return again.Notices.All(notice => known.Contains((notice.Kind, CorrectionStore.QuoteOf(read, notice))));
    }

    /// <summary>What an older cleaner made of the old bytes differs by the cleaner too, and that is no correction: they are read again by the present one.</summary>
    private Revision SameCleaner(Revision previous, IngestItem item)
    {
        if (previous.CleanerVersion == Ingestor.CleanerVersion || new DocumentStore(session).Original(previous.ContentHash) is not { } bytes) return previous;
        var again = preparer.Prepare(item with { Source = item.Source with { Bytes = bytes, FetchedUtc = previous.FetchedUtc, CharsetHint = new DocumentStore(session).OriginalCharset(previous.ContentHash) } });
        return again.Document is { } document ? previous with { Text = document.Text } : previous;
    }
}
