using System.Security.Cryptography;
using BriefingBot.Core.Ingestion.Readers;
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
            PageNotModified => new IngestItem(new SourceBytes(known!.Address, bytes, known.FetchedUtc, known.Address, known.Charset), Given: given),
            FetchFailed failed => Failed(asked, failed.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome of a fetch."),
        };
    }

    private static (KnownLink? Known, byte[]? Bytes) Known(LibraryFile library, string asked) => library.Read(session =>
        new LinkStore(session).Find(asked) is { Validators.Any: true } known ? (known, new DocumentStore(session).Original(known.ContentHash)) : ((KnownLink?)null, (byte[]?)null));

    private IngestItem Read(LibraryFile library, FetchedPage page, Uri address, string asked, DocumentMetadata? given)
    {
        if (PageGate.Find(page, address, ArticleWords(page)) is { } gate) return Failed(asked, gate);
        var origin = LinkAddress.Canonical(page.Address);
        if (page.Validators.Any)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span));
            library.Write(session => new LinkStore(session).Put(new KnownLink(asked, origin, page.Validators, page.Charset, hash, page.FetchedUtc)));
        }

        return new IngestItem(new SourceBytes(origin, page.Bytes, page.FetchedUtc, origin, page.Charset), Given: given);
    }

    private int ArticleWords(FetchedPage page)
    {
        var source = new SourceBytes(page.Address.AbsoluteUri, page.Bytes, page.FetchedUtc, page.Address.AbsoluteUri, page.Charset);
        if (!html.CanRead(source)) return 0;
        try
        {
            return WordMeter.HalfWords(html.Read(source).Text) / 2;
        }
        catch (UnreadableException)
        {
            return 0;
        }
    }

    private IngestItem Failed(string link, string reason) => new(new SourceBytes(LinkAddress.Shown(link), ReadOnlyMemory<byte>.Empty, time.GetUtcNow()), Failure: reason);
}
