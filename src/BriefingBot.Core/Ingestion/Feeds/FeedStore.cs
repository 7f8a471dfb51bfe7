using System.Text.Json;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>The feeds of a library and their items.</summary>
public sealed class FeedStore(LibrarySession session)
{
    private const string Select =
        """
        select f.id, f.link, f.title, f.added_utc, f.tried_utc, f.succeeded_utc, f.next_utc, f.failures, f.fault,
               (select count(*) from feed_items i where i.feed_id = f.id), (select count(*) from feed_items i where i.feed_id = f.id and i.waiting is not null), f.paused_utc
        from feeds f
        """;

    /// <summary>In the order of adding.</summary>
    public IReadOnlyList<Feed> List() => Read(session.Prepared(Select + " order by f.id"));

    /// <summary>By its id; null where there is none.</summary>
    public Feed? Find(long id) => Read(session.Prepared(Select + " where f.id = $id").Bind("$id", id)).FirstOrDefault();

    /// <summary>By its link in the one spelling of <see cref="LinkAddress.Canonical"/>; null where there is none.</summary>
    public Feed? FindByLink(string link) => Read(session.Prepared(Select + " where f.link = $link").Bind("$link", link)).FirstOrDefault();

    /// <summary>Those due by then, the longest due first.</summary>
    public IReadOnlyList<Feed> Due(DateTimeOffset now) => Read(session.Prepared(Select + " where f.next_utc <= $now and f.paused_utc is null order by f.next_utc, f.id").Bind("$now", now.ToStored()));

    /// <summary>Follows a feed, due at once.</summary>
    public Feed Add(string link, string? title)
    {
        var now = session.File.Time.GetUtcNow().ToStored();
        var id = session.Prepared("insert into feeds (link, title, added_utc, next_utc, failures) values ($link, $title, $now, $now, 0)").Bind("$link", link).Bind("$title", title).Bind("$now", now).InsertedId();
        return Find(id)!;
    }

    /// <summary>Follows it no longer; its documents stay.</summary>
    public void Remove(long id)
    {
        session.Prepared("delete from feed_items where feed_id = $id").Bind("$id", id).ExecuteNonQuery();
        session.Prepared("delete from feeds where id = $id").Bind("$id", id).ExecuteNonQuery();
    }

    /// <summary>Takes a due feed for polling: false where somebody else did in the meantime.</summary>
    internal bool Lease(Feed feed, DateTimeOffset now, DateTimeOffset until) =>
        session.Prepared("update feeds set next_utc = $until, tried_utc = $now where id = $id and next_utc = $next")
            .Bind("$until", until.ToStored()).Bind("$now", now.ToStored()).Bind("$id", feed.Id).Bind("$next", feed.NextUtc.ToStored()).ExecuteNonQuery() == 1;

    internal PageValidators Validators(long id)
    {
        using var row = session.Prepared("select etag, last_modified from feeds where id = $id").Bind("$id", id).ExecuteReader();
        return row.Read() ? new PageValidators(row.TextOrNull(0), row.TextOrNull(1)) : new PageValidators(null, null);
    }

    internal void Succeeded(long id, DateTimeOffset now, DateTimeOffset next, PageValidators? validators, string? title)
    {
        session.Prepared("update feeds set succeeded_utc = $now, next_utc = $next, failures = 0, fault = null, dead_told_utc = null, title = coalesce($title, title) where id = $id")
            .Bind("$now", now.ToStored()).Bind("$next", next.ToStored()).Bind("$title", title).Bind("$id", id).ExecuteNonQuery();
        if (validators is not null) session.Prepared("update feeds set etag = $etag, last_modified = $modified where id = $id").Bind("$etag", validators.ETag).Bind("$modified", validators.LastModified).Bind("$id", id).ExecuteNonQuery();
    }

    internal void Failed(long id, DateTimeOffset next, string fault) =>
        session.Prepared("update feeds set next_utc = $next, failures = failures + 1, fault = $fault where id = $id").Bind("$next", next.ToStored()).Bind("$fault", fault).Bind("$id", id).ExecuteNonQuery();

    /// <summary>Stops asking for a feed, or goes on. What it had is kept; one that goes on is due at once.</summary>
    public void Pause(long id, bool paused)
    {
        var now = session.File.Time.GetUtcNow().ToStored();
        session.Prepared("update feeds set paused_utc = $paused, next_utc = case when $paused is null then $now else next_utc end where id = $id")
            .Bind("$paused", paused ? now : null).Bind("$now", now).Bind("$id", id).ExecuteNonQuery();
    }

    /// <summary>Gives a lease back that was not used.</summary>
    internal void Release(Feed feed, DateTimeOffset until) =>
        session.Prepared("update feeds set next_utc = $next where id = $id and next_utc = $until").Bind("$next", feed.NextUtc.ToStored()).Bind("$id", feed.Id).Bind("$until", until.ToStored()).ExecuteNonQuery();

    internal bool IsToldDead(long id) => session.Prepared("select 1 from feeds where id = $id and dead_told_utc is not null").Bind("$id", id).ExecuteScalar() is not null;

    internal void ToldDead(long id, DateTimeOffset now) =>
        session.Prepared("update feeds set dead_told_utc = $now where id = $id and dead_told_utc is null").Bind("$now", now.ToStored()).Bind("$id", id).ExecuteNonQuery();

    internal void Moved(long id, string link)
    {
        if (FindByLink(link) is null) session.Prepared("update feeds set link = $link where id = $id").Bind("$link", link).Bind("$id", id).ExecuteNonQuery();
    }

    /// <summary>The hash of what an item said when it was last taken; null where it is not known.</summary>
    internal string? HashOf(long feedId, string key) => session.Prepared("select content_hash from feed_items where feed_id = $feed and key = $key").Bind("$feed", feedId).Bind("$key", key).ExecuteScalar() as string;

    internal bool KnowsLink(long feedId, string link) => session.Prepared("select 1 from feed_items where feed_id = $feed and link = $link limit 1").Bind("$feed", feedId).Bind("$link", link).ExecuteScalar() is not null;

    /// <param name="order">Its place among those noted at the same time; they are taken in by it.</param>
    internal void PutItem(long feedId, string key, FeedItem item, string hash, DateTimeOffset now, int order)
    {
        var waiting = JsonSerializer.Serialize(item);
        var updated = session.Prepared("update feed_items set content_hash = $hash, waiting = $waiting, tries = 0, next_utc = $now where feed_id = $feed and key = $key")
            .Bind("$hash", hash).Bind("$waiting", waiting).Bind("$now", now.ToStored()).Bind("$feed", feedId).Bind("$key", key).ExecuteNonQuery();
        if (updated > 0) return;
        session.Prepared("insert into feed_items (feed_id, key, link, content_hash, seen_utc, waiting, tries, next_utc) values ($feed, $key, $link, $hash, $seen, $waiting, 0, $now)")
            .Bind("$feed", feedId).Bind("$key", key).Bind("$link", item.Link).Bind("$hash", hash).Bind("$seen", now.AddTicks(order).ToStored()).Bind("$now", now.ToStored()).Bind("$waiting", waiting).ExecuteNonQuery();
    }

    internal IReadOnlyList<(string Key, FeedItem Item, int Tries)> Waiting(long feedId, DateTimeOffset now)
    {
        using var row = session.Prepared("select key, waiting, tries from feed_items where feed_id = $feed and waiting is not null and next_utc <= $now order by seen_utc, key").Bind("$feed", feedId).Bind("$now", now.ToStored()).ExecuteReader();
        var waiting = new List<(string, FeedItem, int)>();
        while (row.Read()) waiting.Add((row.GetString(0), JsonSerializer.Deserialize<FeedItem>(row.GetString(1))!, row.GetInt32(2)));
        return waiting;
    }

    /// <summary>The item is done with: taken in, or given up.</summary>
    internal void ItemDone(long feedId, string key, string? documentId, string? fault) =>
        session.Prepared("update feed_items set waiting = null, next_utc = null, document_id = $document, fault = $fault, tries = tries + 1 where feed_id = $feed and key = $key")
            .Bind("$document", documentId).Bind("$fault", fault).Bind("$feed", feedId).Bind("$key", key).ExecuteNonQuery();

    internal void ItemLater(long feedId, string key, DateTimeOffset next, string fault) =>
        session.Prepared("update feed_items set next_utc = $next, fault = $fault, tries = tries + 1 where feed_id = $feed and key = $key")
            .Bind("$next", next.ToStored()).Bind("$fault", fault).Bind("$feed", feedId).Bind("$key", key).ExecuteNonQuery();

    private static List<Feed> Read(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var feeds = new List<Feed>();
        while (row.Read())
        {
            feeds.Add(new Feed(
                row.GetInt64(0), row.GetString(1), row.TextOrNull(2), Binding.Instant(row.GetString(3)), row.InstantOrNull(4), row.InstantOrNull(5), Binding.Instant(row.GetString(6)), row.GetInt32(7), row.TextOrNull(8), row.GetInt32(9), row.GetInt32(10))
            { PausedUtc = row.InstantOrNull(11) });
        }

        return feeds;
    }
}
