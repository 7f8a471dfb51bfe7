using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>A document read, cleaned and cut, ready to be written: everything that needs no library.</summary>
/// <param name="Text">The text of the revision to be.</param>
/// <param name="Metadata">With everything given from outside merged in.</param>
/// <param name="Removed">What the cleaner took out.</param>
/// <param name="Passages">Ranges in <paramref name="Text"/>.</param>
/// <param name="Terms">What the index stores of it.</param>
/// <param name="Acronyms">Short forms the text explains.</param>
/// <param name="Print">What copies and stories compare of it.</param>
/// <param name="Notices">What the text says of its own corrections.</param>
internal sealed record PreparedDocument(
    string Text, DocumentMetadata Metadata, IReadOnlyList<RemovedPart> Removed, IReadOnlyList<TextRange> Passages, IndexedTerms Terms,
    IReadOnlyList<AcronymPair> Acronyms, Fingerprint Print, IReadOnlyList<Notice> Notices);

/// <summary>An item on its way to the writer.</summary>
/// <param name="Item">As submitted.</param>
/// <param name="ContentHash">SHA-256 of the bytes, lower-case hexadecimal; "" where there are no bytes.</param>
/// <param name="Document">Null when it could not be read (then <paramref name="Failure"/> says why) or seemed unchanged.</param>
/// <param name="Failure">A sentence for a person.</param>
internal sealed record PreparedItem(IngestItem Item, string ContentHash, PreparedDocument? Document, string? Failure)
{
    /// <summary>The bytes as they are stored; null where they were not packed beforehand.</summary>
    public PackedBytes? Original { get; init; }

    /// <summary>Bytes of the item as it came.</summary>
    public int Length => Original?.Length ?? Item.Source.Bytes.Length;
}
