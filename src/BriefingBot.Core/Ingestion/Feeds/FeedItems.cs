using System.Net;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Tells new items from known ones, and makes documents of them.</summary>
internal sealed class FeedItems(LinkSource links, TimeProvider time)
{
    /// <summary>Words from which the feed is believed to carry the article itself.</summary>
    private const int FullText = 200;

    /// <summary>Notes down what is new or says something else than before; returns how many were new. One transaction with the feed's own success.</summary>
    public static int Note(FeedStore store, long feedId, FeedDocument document, DateTimeOffset now)
    {
        var (count, order) = (0, 0);
        var shared = document.Items.Where(i => i.Link is not null).GroupBy(i => i.Link!, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        // Feeds have the newest first; taken in order of time, an older account does not follow a newer one.
        foreach (var item in document.Items.Reverse())
        {
            var (key, hash) = (KeyOf(item), HashOf(item));
            var known = store.HashOf(feedId, key);
            if (known == hash) continue;
            var isOther = known is null && !(item.Link is { } link && !shared.Contains(link) && store.KnowsLink(feedId, link));
            if (!isOther && !(known is not null && IsFullText(item))) continue;
            store.PutItem(feedId, key, item, hash, now, order++);
            if (isOther) count++;
        }

        return count;
    }

    /// <summary>The article as the feed carries it, else its page.</summary>
    public async Task<IngestItem> ToIngestAsync(LibraryFile library, Feed feed, string key, FeedItem item, CancellationToken cancellationToken)
    {
        var day = item.Published is { } published && published <= time.GetUtcNow().AddDays(2) ? published : (DateTimeOffset?)null;
        var dated = new DocumentMetadata
        {
            PublishedOn = day is { } on ? DateOnly.FromDateTime(on.DateTime) : null,
            PublishedUtc = day?.ToUniversalTime(),
            PublishedFrom = day is null ? null : DateSource.Feed,
        };
        if (!IsFullText(item) && item.Link is not null) return await links.ItemAsync(library, item.Link, dated, cancellationToken);
        var origin = item.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address) ? LinkAddress.Canonical(address) : $"{feed.Link}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]}";
        var given = dated with { Title = item.Title ?? "", Publisher = feed.Title, Byline = item.Author, Url = item.Link };
        if (item.Content is null && item.Title is null) return new IngestItem(new SourceBytes(origin, ReadOnlyMemory<byte>.Empty, time.GetUtcNow()), Failure: "The item has neither text nor link.");
        var title = WebUtility.HtmlEncode(item.Title ?? "");
        var page = $"<!doctype html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body><article><h1>{title}</h1>{Paragraphs(item.Content ?? "")}</article></body></html>";
        return new IngestItem(new SourceBytes(origin, Encoding.UTF8.GetBytes(page), time.GetUtcNow(), item.Link), Given: given);
    }

    private static string Paragraphs(string content) => content.Contains("<p", StringComparison.OrdinalIgnoreCase) || content.Contains("<div", StringComparison.OrdinalIgnoreCase) ? content : $"<p>{content}</p>";

    private static bool IsFullText(FeedItem item) => item.Content is { } content && HtmlPlain.Words(content) >= FullText;

    /// <summary>The feed's id for it; without one its link and title, without those its text. Never the date: feeds change it at will.</summary>
    private static string KeyOf(FeedItem item) => item.Id ?? (item.Link is null && item.Title is null ? "text:" + HashOf(item) : $"{item.Link}\n{item.Title}");

    private static string HashOf(FeedItem item) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Link}\n{item.Title}\n{item.Content}")));
}
