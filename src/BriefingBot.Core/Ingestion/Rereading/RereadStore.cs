using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Rereading;

/// <summary>Which pages of a library are read again, and when.</summary>
internal sealed class RereadStore(LibrarySession session)
{
    /// <summary>Notes a page that was read. One that is watched already stays as it is; one that was watched to the end begins anew.</summary>
    public void Watch(Uri address, string link)
    {
        var now = session.File.Time.GetUtcNow();
        session.Prepared(
            """
            insert into rereads (address, link, host, first_utc, next_utc, failures) values ($address, $link, $host, $now, $next, 0)
            on conflict (address) do update set first_utc = $now, next_utc = $next, failures = 0, fault = null where next_utc is null
            """)
            .Bind("$address", LinkAddress.Canonical(address)).Bind("$link", link).Bind("$host", address.Host.ToLowerInvariant())
            .Bind("$now", now.ToStored()).Bind("$next", (now + RereadTimes.First).ToStored()).ExecuteNonQuery();
    }

    /// <summary>What is due by then, of every host the page that is longest due; only pages whose document is in the library.</summary>
    public IReadOnlyList<PageToReread> Due(DateTimeOffset now)
    {
        using var row = session.Prepared(
            """
            select r.address, r.link, r.host, d.id, r.first_utc, min(r.next_utc), r.failures, r.etag, r.last_modified
            from rereads r join documents d on d.origin = r.address and d.removed_utc is null
            where r.next_utc <= $now group by r.host order by r.failures > 0, min(r.next_utc)
            """).Bind("$now", now.ToStored()).ExecuteReader();
        var due = new List<PageToReread>();
        while (row.Read())
        {
            due.Add(new PageToReread(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Binding.Instant(row.GetString(4)), Binding.Instant(row.GetString(5)), row.GetInt32(6), new PageValidators(row.TextOrNull(7), row.TextOrNull(8))));
        }

        return due;
    }

    /// <summary>Takes a page for reading: false where somebody else did in the meantime.</summary>
    public bool Lease(PageToReread page, DateTimeOffset until) => Move(page.Address, page.NextUtc, until);

    /// <summary>Gives a lease back that was not used.</summary>
    public void Release(PageToReread page, DateTimeOffset until) => Move(page.Address, until, page.NextUtc);

    /// <param name="page">That was read, or is as it was.</param>
    /// <param name="next">Null where it is read no more.</param>
    /// <param name="validators">To ask with next time; null where they stay.</param>
    public void Succeeded(PageToReread page, DateTimeOffset? next, PageValidators? validators)
    {
        session.Prepared("update rereads set next_utc = $next, failures = 0, fault = null where address = $address").Bind("$next", next.ToStored()).Bind("$address", page.Address).ExecuteNonQuery();
        if (validators is null) return;
        session.Prepared("update rereads set etag = $etag, last_modified = $modified where address = $address")
            .Bind("$etag", validators.ETag).Bind("$modified", validators.LastModified).Bind("$address", page.Address).ExecuteNonQuery();
    }

    public void Failed(PageToReread page, DateTimeOffset? next, string fault) =>
        session.Prepared("update rereads set next_utc = $next, failures = failures + 1, fault = $fault where address = $address").Bind("$next", next.ToStored()).Bind("$fault", fault).Bind("$address", page.Address).ExecuteNonQuery();

    private bool Move(string address, DateTimeOffset from, DateTimeOffset to) =>
        session.Prepared("update rereads set next_utc = $to where address = $address and next_utc = $from").Bind("$to", to.ToStored()).Bind("$address", address).Bind("$from", from.ToStored()).ExecuteNonQuery() == 1;
}
