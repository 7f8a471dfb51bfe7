namespace BriefingBot.Core.Libraries;

/// <summary>A text about to be stored.</summary>
/// <param name="Text">NFC, LF line ends, no U+0000; ranges count its UTF-16 code units.</param>
/// <param name="Metadata">What is known about it.</param>
/// <param name="FetchedUtc">When the bytes arrived; of a re-cleaned text, when its bytes once arrived.</param>
/// <param name="Cause">New bytes, or old bytes read again.</param>
/// <param name="CleanerVersion">Version of the cleaner that made the text.</param>
/// <param name="ContentHash">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Removed">What the cleaner took out.</param>
/// <param name="Original">The bytes as received; null where they are not kept, or are stored under this hash already.</param>
public sealed record NewRevision(
    string Text,
    DocumentMetadata Metadata,
    DateTimeOffset FetchedUtc,
    RevisionCause Cause,
    int CleanerVersion,
    string ContentHash,
    IReadOnlyList<RemovedPart> Removed,
    PackedBytes? Original)
{
    /// <summary>The charset the host named beside the bytes; null where it named none.</summary>
    public string? Charset { get; init; }
}

/// <summary>A document as a list shows it, without its text.</summary>
/// <param name="Id">Stable across revisions.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="RevisionNumber">Number of the current revision.</param>
/// <param name="Metadata">Of the current revision.</param>
/// <param name="AddedUtc">When the first revision was stored.</param>
/// <param name="FetchedUtc">When the bytes of the current revision arrived.</param>
/// <param name="Passages">Passages of the current revision.</param>
/// <param name="Characters">UTF-16 code units of the current text.</param>
/// <param name="RemovedCharacters">UTF-16 code units the cleaner took out.</param>
/// <param name="RemovedUtc">When the document was removed; null while it is in the library.</param>
public sealed record DocumentSummary(
    string Id,
    string Origin,
    int RevisionNumber,
    DocumentMetadata Metadata,
    DateTimeOffset AddedUtc,
    DateTimeOffset FetchedUtc,
    int Passages,
    int Characters,
    int RemovedCharacters,
    DateTimeOffset? RemovedUtc);
