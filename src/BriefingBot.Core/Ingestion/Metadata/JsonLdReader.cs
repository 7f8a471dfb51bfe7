using System.Net;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>
/// Finds the article in a page's JSON-LD (schema.org): plain objects, arrays, <c>@graph</c>, references by <c>@id</c>,
/// and the damage pages really carry: line breaks inside strings, comments, CDATA marks.
/// </summary>
internal sealed class JsonLdReader
{
    private const int MaxObjects = 5_000;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
    private static readonly string[] ArticleTypes = ["Article", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "DiscussionForumPosting", "Review"];

    private readonly List<JsonElement> objects = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    /// <summary>Null where no script names an article.</summary>
    public static JsonLdArticle? Find(IEnumerable<string> scripts)
    {
        var reader = new JsonLdReader();
        foreach (var script in scripts)
            reader.Add(script);
        return reader.Article();
    }

    private void Add(string script)
    {
        if (Parse(script) is not { } root)
            return;
        var open = new Queue<JsonElement>([root]);
        while (open.TryDequeue(out var element) && objects.Count < MaxObjects)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    open.Enqueue(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                objects.Add(element);
                if (Text(element, "@id") is { } id && element.EnumerateObject().Skip(1).Any())
                    byId.TryAdd(id, element);
                foreach (var property in element.EnumerateObject().Where(property => property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "hasPart" or "publisher" or "author"))
                    open.Enqueue(property.Value);
            }
        }
    }

    private static JsonElement? Parse(string script)
    {
        var text = script.Trim().TrimEnd(';');
        foreach (var attempt in new Func<string>[] { () => text, () => Mend(text), () => Mend(WebUtility.HtmlDecode(text)) })
        {
            try
            {
                using var document = JsonDocument.Parse(attempt(), Lenient);
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                continue; // The next attempt mends more; a script that no attempt reads says nothing.
            }
        }

        return null;
    }

    /// <summary>Wrappers around the JSON go, control characters inside strings become spaces.</summary>
    private static string Mend(string text)
    {
        text = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        var first = text.AsSpan().IndexOfAny('{', '[');
        var last = text.AsSpan().LastIndexOfAny('}', ']');
        if (first < 0 || last <= first)
            return "";
        var mended = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan(first, last - first + 1))
            mended.Append(c < ' ' ? ' ' : c);
        return mended.ToString();
    }

    private JsonLdArticle? Article()
    {
        var articles = objects.Where(IsArticle).ToList();
        if (articles.Count == 0)
            return null;
        var article = articles.Find(one => Text(one, "headline") is not null && Text(one, "datePublished") is not null);
        if (article.ValueKind != JsonValueKind.Object)
            article = articles[0];
        return new JsonLdArticle
        {
            Headlines = [.. new[] { Text(article, "headline"), Text(article, "name") }.OfType<string>()],
            Authors = Names(article, "author").Concat(Names(article, "creator")).Distinct(StringComparer.Ordinal).ToArray(),
            Publisher = Names(article, "publisher").FirstOrDefault() ?? SiteName(),
            Published = Text(article, "datePublished"),
            Created = Text(article, "dateCreated"),
            Language = Text(article, "inLanguage") ?? Names(article, "inLanguage").FirstOrDefault(),
            Url = Text(article, "url") ?? Text(article, "mainEntityOfPage"),
            Source = Names(article, "sourceOrganization").FirstOrDefault(),
        };
    }

    private string? SiteName() => objects.Where(one => HasType(one, type => type is "WebSite")).Select(one => Text(one, "name")).FirstOrDefault(name => name is not null);

    private static bool IsArticle(JsonElement element) => HasType(element, type => ArticleTypes.Any(known => type.EndsWith(known, StringComparison.Ordinal)));

    private static bool HasType(JsonElement element, Func<string, bool> accepts)
    {
        if (!element.TryGetProperty("@type", out var type))
            return false;
        return type.ValueKind switch
        {
            JsonValueKind.String => accepts(type.GetString()!),
            JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && accepts(one.GetString()!)),
            _ => false,
        };
    }

    private static string? Text(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: < 4096 } text && !string.IsNullOrWhiteSpace(text) ? Spaces.Single(WebUtility.HtmlDecode(text)) : null;
    }

    /// <summary>A name, an object with one, a reference to such an object, or a list of these.</summary>
    private IEnumerable<string> Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return [];
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(20).ToArray() : [value];
        return items.Select(NameOf).OfType<string>();
    }

    private string? NameOf(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return Spaces.Single(WebUtility.HtmlDecode(item.GetString()!));
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        return Text(item, "name") ?? (Text(item, "@id") is { } id && byId.TryGetValue(id, out var referred) ? Text(referred, "name") : null);
    }
}
