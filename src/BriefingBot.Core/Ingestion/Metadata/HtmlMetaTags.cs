using AngleSharp.Dom;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>The <c>meta</c> elements of a page by lower-case name: OpenGraph, Dublin Core, Parsely, citation tags and the rest.</summary>
internal sealed class HtmlMetaTags
{
    public static readonly string[] TitleNames = ["dc:title", "dcterms:title", "og:title", "citation_title", "title", "twitter:title", "parsely-title", "sailthru:title", "headline"];
    public static readonly string[] AuthorNames = ["dc:creator", "dcterms:creator", "author", "citation_author", "parsely-author", "article:author", "byl", "sailthru:author", "article:author_name", "article:author:name", "dc:creator:name"];
    public static readonly string[] PublisherNames = ["og:site_name", "dc:publisher", "dcterms:publisher", "publisher", "article:publisher", "citation_publisher", "citation_journal_title", "application-name"];
    public static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "parsely-pub-date", "datepublished", "dc:date:issued", "dcterms:issued", "dc:issued", "dcterms:available", "dcterms:created",
        "dc:date:created", "dc:created", "dc:date", "dcterms:date", "citation_publication_date", "citation_online_date", "citation_date", "sailthru:date", "pubdate", "publish-date", "publish_date", "publishdate", "published_date", "publication_date",
        "published_time", "published_at", "date_published", "dateposted", "pub_date", "displaydate", "article_date_original", "originalpublicationdate", "article:publicationdate", "article:post_date", "ptime", "pdate",
        "cxenseparse:recs:publishtime", "rnews:datepublished", "shareaholic:article_published_time", "weibo:article:create_at", "date", "bt:pubdate", "cre_date", "live_date", "dcsext:articlefirstpublished",
    ];

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> properties = new(StringComparer.Ordinal);

    public void Add(IElement meta)
    {
        if (meta.GetAttribute("content") is not { Length: > 0 and < 4096 } content || string.IsNullOrWhiteSpace(content))
            return;
        foreach (var attribute in new[] { "property", "name", "itemprop", "http-equiv" })
        {
            if (meta.GetAttribute(attribute) is not { Length: > 0 and < 200 } names)
                continue;
            foreach (var name in names.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                Add(name.Replace('.', ':'), content.Trim(), isProperty: attribute is "property");
        }
    }

    /// <summary>What stands under <c>property</c> (RDFa, OpenGraph) goes before the same name elsewhere.</summary>
    private void Add(string key, string content, bool isProperty)
    {
        if (!values.TryGetValue(key, out var list) || (isProperty && properties.Add(key)))
            values[key] = list = [];
        if (isProperty)
            properties.Add(key);
        if (list.Count < 20 && isProperty == properties.Contains(key))
            list.Add(content);
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var found))
                return found[0];
        }

        return null;
    }

    /// <summary>Every value of each of the names that has one, the most trusted name first.</summary>
    public IEnumerable<IReadOnlyList<string>> All(IEnumerable<string> names) => names.Where(values.ContainsKey).Select(name => values[name]);
}
