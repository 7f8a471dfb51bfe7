using BriefingBot.Core.Ingestion.Feeds;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>A feed given as a document: it is a list of documents and none itself, so it is refused with the way to take it.</summary>
internal sealed class FeedFileReader : IDocumentReader
{
    public bool CanRead(SourceBytes source) => FeedKind.Of(source.Bytes.Span) is not null;

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source) => throw new UnreadableException(
        FeedKind.Of(source.Bytes.Span) == FeedFormat.Opml
            ? $"{source.Origin} is a list of feeds (OPML): take it with \"feeds import {source.Origin}\"."
            : $"{source.Origin} is a feed, not a document: follow it with \"feeds add LINK\".");
}
