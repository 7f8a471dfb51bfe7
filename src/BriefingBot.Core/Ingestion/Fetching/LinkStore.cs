using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What a host said about a page the last time.</summary>
/// <param name="Link">As asked for, in its one spelling.</param>
/// <param name="Address">Where it was after redirects.</param>
/// <param name="Validators">To ask with.</param>
/// <param name="Charset">As the host named it; null where it did not.</param>
/// <param name="ContentHash">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="FetchedUtc">When they were read.</param>
internal sealed record KnownLink(string Link, string Address, PageValidators Validators, string? Charset, string ContentHash, DateTimeOffset FetchedUtc);

/// <summary>Links that were fetched, so that a page that has not changed need not be sent again.</summary>
internal sealed class LinkStore(LibrarySession session)
{
    public KnownLink? Find(string link)
    {
        using var row = session.Prepared("select address, etag, last_modified, charset, content_hash, fetched_utc from links where link = $link").Bind("$link", link).ExecuteReader();
        return row.Read()
            ? new KnownLink(link, row.GetString(0), new PageValidators(row.TextOrNull(1), row.TextOrNull(2)), row.TextOrNull(3), row.GetString(4), Binding.Instant(row.GetString(5)))
            : null;
    }

    public void Put(KnownLink link)
    {
        session.Prepared("delete from links where link = $link").Bind("$link", link.Link).ExecuteNonQuery();
        session.Prepared("insert into links (link, address, etag, last_modified, charset, content_hash, fetched_utc) values ($link, $address, $etag, $modified, $charset, $hash, $fetched)")
            .Bind("$link", link.Link).Bind("$address", link.Address).Bind("$etag", link.Validators.ETag).Bind("$modified", link.Validators.LastModified)
            .Bind("$charset", link.Charset).Bind("$hash", link.ContentHash).Bind("$fetched", link.FetchedUtc.ToStored()).ExecuteNonQuery();
    }
}
