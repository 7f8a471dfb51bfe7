using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>What a format reader makes of bytes.</summary>
/// <param name="Text">The clean text: NFC, LF line ends, paragraphs separated by a blank line. Never empty.</param>
/// <param name="Metadata">As far as the format gives it; what is unknown is null, an unknown title is "".</param>
/// <param name="Removed">What was taken out as page furniture, in reading order.</param>
public sealed record ReadText(string Text, DocumentMetadata Metadata, IReadOnlyList<RemovedPart> Removed);
