using System.Security.Cryptography;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Ingestion.Rereading;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Links into items. The origin of a page is its address after redirects, in its one spelling (<see cref="LinkAddress.Canonical"/>).</summary>
public sealed class LinkSource(LinkFetcher fetcher, TimeProvider time)
{
    private readonly HtmlReader html = new();

    /// <summary>Fetches one link. What stands in the way becomes <see cref="IngestItem.Failure"/>; a page that has not changed is its bytes as the library keeps them.</summary>
    /// <param name="library">Remembers what hosts said about their pages.</param>
    /// <param name="link">As given.</param>
    /// <param name="given">Metadata known from outside (a feed's); null where none is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IngestItem> ItemAsync(LibraryFile library, string link, DocumentMetadata? given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (!LinkAddress.TryRead(link, out var address, out var reason)) return Failed(link, reason);
        var asked = LinkAddress.Canonical(address);
        var (known, bytes) = Known(library, asked);
        return await fetcher.FetchAsync(asked, bytes is null ? null : known!.Validators, cancellationToken) switch
        {
            FetchedPage page => Read(library, page, address, asked, given),
            PageNotModified => Watched(library, known!, asked, new IngestItem(new SourceBytes(known!.Address, bytes, known.FetchedUtc, known.Address, known.Charset), Given: given)),
            FetchFailed failed => Failed(asked, failed.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome of a fetch."),
        };
    }

    /// <summary>Asks for a page again that a document was made of. One that is elsewhere by now is no text of this document.</summary>
    /// <param name="page">Which.</param>
    /// <param name="known">What the host said of what the library holds; null where it said nothing.</param>
    /// <param name="given">Metadata known from outside.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<PageReadAgain> AgainAsync(PageToReread page, PageValidators? known, DocumentMetadata given, CancellationToken cancellationToken)
    {
        switch (await fetcher.FetchAsync(page.Link, known, cancellationToken))
        {
            case FetchedPage read when LinkAddress.Canonical(read.Address) != page.Address:
                return new PageReadAgain(null, null, $"{page.Address} leads to {LinkAddress.Shown(read.Address.AbsoluteUri)} by now.", null);
            case FetchedPage read when PageGate.Find(read, new Uri(page.Link), Article(read)) is { } gate:
                return new PageReadAgain(null, null, gate, null);
            case FetchedPage read:
                var item = new IngestItem(new SourceBytes(page.Address, read.Bytes, read.FetchedUtc, page.Address, read.Charset), page.DocumentId, given) { IsReadAgain = true };
                return new PageReadAgain(item, read.Validators, null, null);
            case FetchFailed failed:
                return new PageReadAgain(null, null, failed.Reason, failed.RetryAtUtc);
            default:
                return new PageReadAgain(null, null, null, null);
        }
    }

    private static IngestItem Watched(LibraryFile library, KnownLink known, string asked, IngestItem item)
    {
        library.Write(session => new RereadStore(session).Watch(new Uri(known.Address), asked));
        return item;
    }

    private static (KnownLink? Known, byte[]? Bytes) Known(LibraryFile library, string asked) => library.Read(session =>
        new LinkStore(session).Find(asked) is { Validators.Any: true } known ? (known, new DocumentStore(session).Original(known.ContentHash)) : ((KnownLink?)null, (byte[]?)null));

    private IngestItem Read(LibraryFile library, FetchedPage page, Uri address, string asked, DocumentMetadata? given)
    {
        if (PageGate.Find(page, address, Article(page)) is { } gate) return Failed(asked, gate);
        var origin = LinkAddress.Canonical(page.Address);
        library.Write(session =>
        {
            new RereadStore(session).Watch(page.Address, asked);
            if (page.Validators.Any) new LinkStore(session).Put(new KnownLink(asked, origin, page.Validators, page.Charset, Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span)), page.FetchedUtc));
        });
        return new IngestItem(new SourceBytes(origin, page.Bytes, page.FetchedUtc, origin, page.Charset), Given: given);
    }

    /// <summary>As the reader finds it; "" where it finds none.</summary>
    private string Article(FetchedPage page)
    {
        var source = new SourceBytes(page.Address.AbsoluteUri, page.Bytes, page.FetchedUtc, page.Address.AbsoluteUri, page.Charset);
        if (!html.CanRead(source)) return "";
        try
        {
            return html.Read(source).Text;
        }
        catch (UnreadableException)
        {
            return "";
        }
    }

    private IngestItem Failed(string link, string reason) => new(new SourceBytes(LinkAddress.Shown(link), ReadOnlyMemory<byte>.Empty, time.GetUtcNow()), Failure: reason);
}
