using System.Net;
using System.Text.Json;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>RSS, Atom and JSON feeds, told apart by content; and lists of feeds (OPML).</summary>
internal static class FeedParser
{
    /// <summary>Items of one feed that are looked at; the newest stand first.</summary>
    public const int MostItems = 500;

    private static readonly string[] ContentNames = ["encoded", "content", "description", "summary"];
    private const int LongestPlain = 1000;
    private const int LongestContent = 2_000_000;

    /// <exception cref="UnreadableException">No feed, or broken before its first item.</exception>
    public static FeedDocument Read(SourceBytes source)
    {
        var kind = FeedKind.Of(source.Bytes.Span);
        if (kind is null or FeedFormat.Opml) throw new UnreadableException($"{source.Origin} is no feed: give the link of its RSS, Atom or JSON feed.");
        TextLimit.CheckFeed(source);
        var text = EncodingDetector.Decode(source, html: true);
        if (kind == FeedFormat.Json) return ReadJson(source, text);
        var (root, whole) = XmlTree.Read(text);
        var top = root.Children.Find(c => c.Name is "rss" or "rdf" or "feed");
        var channel = top is null ? null : top.Child("channel") ?? top;
        if (channel is null) throw Broken(source);
        // An item that broke off comes whole another time.
        var items = channel.Children.Concat(ReferenceEquals(channel, top) ? [] : top!.Children).Where(c => c.Name is "item" or "entry" && c.IsClosed).Take(MostItems);
        var read = items.Select(i => Item(i, source.Url ?? source.Origin)).Where(i => i.Title is not null || i.Link is not null || i.Content is not null).ToList();
        return whole || read.Count > 0 ? new FeedDocument(Plain(channel.Child("title")?.Text()), read, whole) : throw Broken(source);
    }

    /// <summary>Links and titles of the feeds an OPML file lists.</summary>
    /// <exception cref="UnreadableException">No OPML.</exception>
    public static IReadOnlyList<(string Link, string? Title)> ReadOpml(SourceBytes source)
    {
        if (FeedKind.Of(source.Bytes.Span) != FeedFormat.Opml) throw new UnreadableException($"{source.Origin} is no list of feeds (OPML): export one from your feed reader.");
        TextLimit.CheckFeed(source);
        var found = new List<(string, string?)>();
        var open = new Stack<XmlElementNode>([XmlTree.Read(EncodingDetector.Decode(source, html: true)).Root]);
        while (open.TryPop(out var node))
        {
            if (node.Name is "outline" && node.Attributes.GetValueOrDefault("xmlUrl") is { Length: > 0 } link) found.Add((link.Trim(), Plain(node.Attributes.GetValueOrDefault("title") ?? node.Attributes.GetValueOrDefault("text"))));
            for (var i = node.Children.Count - 1; i >= 0; i--) open.Push(node.Children[i]);
        }

        return found;
    }

    private static FeedItem Item(XmlElementNode item, string address)
    {
        var date = item.Child("pubdate") ?? item.Child("published") ?? item.Child("date") ?? item.Child("issued") ?? item.Child("updated") ?? item.Child("modified");
        var author = item.Child("creator") ?? item.Child("author");
        var content = ContentNames.SelectMany(name => item.Children.Where(c => c.Name == name)).Select(Html).MaxBy(c => c.Length);
        return new FeedItem(
            Short(item.Child("guid")?.Text() ?? item.Child("id")?.Text() ?? item.Attributes.GetValueOrDefault("about")), Link(item, address), Plain(item.Child("title")?.Text()), Plain((author?.Child("name") ?? author)?.Text()), FeedDates.Read(date?.Text()),
            content is { Length: > 0 and <= LongestContent } ? content : null);
    }

    private static string Html(XmlElementNode content) => content.Attributes.GetValueOrDefault("type") is "xhtml" || content.Children.Exists(c => c.Name.Length > 0) ? content.Markup() : content.Text();

    private static string? Link(XmlElementNode item, string address)
    {
        var links = item.Children.FindAll(c => c.Name is "link");
        var atom = links.Find(l => l.Attributes.ContainsKey("href") && l.Attributes.GetValueOrDefault("rel", "alternate") is "alternate");
        var guid = item.Child("guid");
        var text = atom?.Attributes["href"] ?? links.Select(l => l.Text()).FirstOrDefault(t => t.Length > 0)
            // By the letter every id without the attribute is a link; by custom many are not.
            ?? (guid?.Attributes.GetValueOrDefault("isPermaLink") is not "false" && LinkAddress.LooksLikeLink(guid?.Text() ?? "") ? guid!.Text() : null);
        return Absolute(text, address);
    }

    private static FeedDocument ReadJson(SourceBytes source, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true });
            var items = json.RootElement.TryGetProperty("items", out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Take(MostItems) : [];
            return new FeedDocument(Plain(Text(json.RootElement, "title")), [.. items.Where(i => i.ValueKind == JsonValueKind.Object).Select(i => JsonItem(i, source.Url ?? source.Origin))], IsWhole: true);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new UnreadableException($"The feed {source.Origin} is broken JSON: try again later.", fault);
        }
    }

    private static FeedItem JsonItem(JsonElement item, string address)
    {
        var author = item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array ? authors.EnumerateArray().FirstOrDefault() : item.TryGetProperty("author", out var one) ? one : default;
        var html = Text(item, "content_html");
        var content = html ?? Paragraphs(Text(item, "content_text") ?? Text(item, "summary"));
        return new FeedItem(
            Short(Text(item, "id")), Absolute(Text(item, "url") ?? Text(item, "external_url"), address), Plain(Text(item, "title")), author.ValueKind == JsonValueKind.Object ? Plain(Text(author, "name")) : null,
            FeedDates.Read(Text(item, "date_published")), content is { Length: > 0 and <= LongestContent } ? content : null);
    }

    private static string? Paragraphs(string? plain) =>
        plain is null ? null : "<p>" + WebUtility.HtmlEncode(plain).Replace("\n\n", "</p><p>", StringComparison.Ordinal) + "</p>";

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    private static string? Absolute(string? link, string address) =>
        link is { Length: > 0 and < 4000 } && Uri.TryCreate(address, UriKind.Absolute, out var from) && Uri.TryCreate(from, link.Trim(), out var read) && LinkAddress.Refuse(read) is null ? read.AbsoluteUri : null;

    private static string? Short(string? text) => text is { Length: > 0 } ? (text.Length <= LongestPlain ? text : text[..LongestPlain]) : null;

    /// <summary>Without markup, characters as characters, one line; null where nothing is left.</summary>
    private static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = text.Contains('<', StringComparison.Ordinal) || text.Contains('&', StringComparison.Ordinal) ? HtmlPlain.Of(text) : text;
        plain = string.Join(' ', Core.Text.TextNormalizer.Normalize(plain).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return Short(plain);
    }

    private static UnreadableException Broken(SourceBytes source) => new($"The feed {source.Origin} is broken XML: try again later.");
}
