using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>One thing to take in.</summary>
/// <param name="Source">The bytes and where they came from.</param>
/// <param name="DocumentId">The id the document shall have (labelled sets); null for a new random one.</param>
/// <param name="Given">Metadata known from outside; every field that is set wins over what the text says.</param>
/// <param name="Failure">Why there are no bytes (missing path, unreadable file …), a sentence for a person; null when there are. Becomes a failed receipt.</param>
public sealed record IngestItem(SourceBytes Source, string? DocumentId = null, DocumentMetadata? Given = null, string? Failure = null)
{
    /// <summary>Whether the bot asked for it again by itself: then other bytes that say the same are no revision.</summary>
    public bool IsReadAgain { get; init; }
}
