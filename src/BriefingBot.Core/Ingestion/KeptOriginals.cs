using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>The bytes a library keeps, as items to be read again.</summary>
internal static class KeptOriginals
{
    /// <summary>The documents whose current text an older cleaner made, one at a time, so that only a few are in memory.</summary>
    public static async IAsyncEnumerable<IngestItem> OlderThan(LibraryFile library, int cleanerVersion)
    {
        var ids = library.Read(session => new DocumentStore(session).List().Select(d => d.Id).ToList());
        foreach (var id in ids)
        {
            if (library.Read(session => Item(new DocumentStore(session), id, cleanerVersion)) is { } item) yield return item;
            await Task.CompletedTask;
        }
    }

    private static IngestItem? Item(DocumentStore documents, string id, int cleanerVersion)
    {
        if (documents.Find(id) is not { RemovedUtc: null } document || documents.CleanedBy(document) >= cleanerVersion) return null;
        var (current, metadata) = (document.Current, document.Current.Metadata);
        var bytes = documents.Original(current.ContentHash);
        var failure = bytes is null ? $"The bytes of {document.Origin} were not kept (Ingestion:KeepOriginals was off, or they were purged): add it again to have it read by this version." : null;
        var given = GivenMetadata.Of(metadata) with { Url = metadata.Url };
        return new IngestItem(new SourceBytes(document.Origin, bytes, current.FetchedUtc, metadata.Url, documents.OriginalCharset(current.ContentHash)), id, given, failure);
    }
}
