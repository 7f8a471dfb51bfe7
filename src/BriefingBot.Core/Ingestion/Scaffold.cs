#pragma warning disable
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>What a format reader makes of bytes: clean text, what was removed, and metadata as far as the format gives it.</summary>
public sealed record ReadText(string Text, DocumentMetadata Metadata, IReadOnlyList<RemovedPart> Removed);
/// <summary>Bytes as received with what is known from outside.</summary>
public sealed record SourceBytes(string Origin, ReadOnlyMemory<byte> Bytes, DateTimeOffset FetchedUtc, string? Url = null, string? CharsetHint = null);
public interface IDocumentReader
{
    bool CanRead(SourceBytes source);
    /// <exception cref="UnreadableException">with a sentence for a person</exception>
    ReadText Read(SourceBytes source);
}
public sealed class UnreadableException : Exception
{
    public UnreadableException() { }
    public UnreadableException(string message) : base(message) { }
    public UnreadableException(string message, Exception inner) : base(message, inner) { }
}
public enum ReceiptOutcome { Added, Unchanged, Updated, Recleaned, Duplicate, Failed }
public sealed record Receipt
{
    public required string Origin { get; init; }
    public ReceiptOutcome Outcome { get; init; }
    public string? DocumentId { get; init; }
    public string? Title { get; init; }
    public string? Publisher { get; init; }
    public string? Agency { get; init; }
    public string? Byline { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public DateSource? PublishedFrom { get; init; }
    public string? Language { get; init; }
    public int Passages { get; init; }
    public int Characters { get; init; }
    public int RemovedCharacters { get; init; }
    public string? CopyOf { get; init; }
    public string? Reason { get; init; }
}
public sealed record IngestItem(SourceBytes Source, string? DocumentId = null, DocumentMetadata? Given = null);
public sealed class Ingestor(IngestionOptions options, TimeProvider time)
{
    public Receipt Ingest(LibraryFile library, IngestItem item) => throw new NotSupportedException(item + "" + options + time);
    /// <summary>Reads on the cores, writes in batches of one transaction; receipts in input order; one failed item never stops the rest.</summary>
    public IAsyncEnumerable<Receipt> IngestAsync(LibraryFile library, IAsyncEnumerable<IngestItem> items, CancellationToken cancellationToken) => throw new NotSupportedException(items + "" + library + cancellationToken);
    public IAsyncEnumerable<Receipt> RecleanAsync(LibraryFile library, CancellationToken cancellationToken) => throw new NotSupportedException(library + "" + cancellationToken);
}
public sealed class IngestionOptions { public long MaxItemBytes { get; set; } = 50_000_000; public bool KeepOriginals { get; set; } = true; }
/// <summary>Paths, folders (recursive, stable order) and "-" into items; what cannot be opened becomes a failed receipt.</summary>
public sealed class SourceWalker { }
public static class PassageCutter { public static IReadOnlyList<TextRange> Cut(string text, IReadOnlyList<TextRange> sentences) => throw new NotSupportedException(text + sentences); }
