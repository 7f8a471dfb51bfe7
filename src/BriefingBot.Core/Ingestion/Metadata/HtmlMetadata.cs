using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>
/// A page's metadata in falling order of trust: JSON-LD, meta elements, visible time and author elements, the address.
/// What none of them says stays null.
/// </summary>
internal sealed class HtmlMetadata
{
    private readonly PageTree tree;
    private readonly string? sourceUrl;
    private readonly HtmlMetaTags tags = new();
    private readonly JsonLdArticle? ld;
    private readonly List<IElement> links = [];
    private readonly IReadOnlyList<string> headings;
    private readonly IHtmlDocument page;

    private HtmlMetadata(IHtmlDocument page, PageTree tree, string? sourceUrl)
    {
        this.page = page;
        this.tree = tree;
        this.sourceUrl = sourceUrl;
        var scripts = new List<string>();
        foreach (var element in (page.Head?.Children ?? Enumerable.Empty<IElement>()).Concat(tree.Silent))
        {
            if (element.LocalName is "meta")
                tags.Add(element);
            else if (element.LocalName is "link")
                links.Add(element);
            else if (element.LocalName is "script" && element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                scripts.Add(element.TextContent);
        }

        ld = JsonLdReader.Find(scripts);
        headings = [.. tree.Nodes.Where(node => node.Name is "h1").Take(10).Select(node => Spaces.Single(tree.TextOf(node))).Where(text => text.Length > 0)];
    }

    public static DocumentMetadata Read(IHtmlDocument page, PageTree tree, string? sourceUrl)
    {
        var reader = new HtmlMetadata(page, tree, sourceUrl);
        var publisher = reader.Publisher();
        var raw = reader.RawTitle();
        var (title, site) = HtmlTitle.Clean(raw.Text, publisher, reader.headings);
        if (raw.Element && site is null && publisher is null)
            title = HtmlTitle.WithoutSite(title, reader.headings);
        publisher ??= site;
        var byline = reader.Byline();
        var agency = HtmlByline.AgencyOf(byline) ?? HtmlByline.AgencyOf(reader.ld?.Source);
        var url = reader.Url();
        var (day, source) = reader.Published(url);
        return new DocumentMetadata
        {
            Title = title,
            Publisher = publisher,
            Agency = string.Equals(agency, publisher, StringComparison.OrdinalIgnoreCase) ? null : agency,
            Byline = byline,
            PublishedOn = day?.Day,
            PublishedUtc = day?.InstantUtc,
            PublishedFrom = source,
            Language = reader.Language(),
            Url = url,
        };
    }

    private (string Text, bool Element) RawTitle()
    {
        var title = Spaces.Single(page.Title ?? "");
        // Of the two names structured data give, the one that stands on the page is the title: the other may describe it.
        var given = ld?.Headlines.Where(name => headings.Any(heading => LineRules.SameWords(name, heading))).Concat(ld.Headlines.Where(name => LineRules.StartsAlike(name, title))).Concat(ld.Headlines).FirstOrDefault()
            ?? tags.First(HtmlMetaTags.TitleNames);
        if (!string.IsNullOrWhiteSpace(given))
            return (given, false);
        return title.Length > 0 ? (title, true) : (headings.Count > 0 ? headings[0] : "", false);
    }

    private string? Publisher()
    {
        foreach (var name in new[] { ld?.Publisher }.Concat(tags.All(HtmlMetaTags.PublisherNames).Select(values => values[0])))
        {
            var text = Spaces.Single(System.Net.WebUtility.HtmlDecode(name ?? ""));
            if (text.Length is > 1 and <= 100 && !text.Contains("://", StringComparison.Ordinal))
                return text;
        }

        return null;
    }

    private string? Byline()
    {
        if (ld is not null && HtmlByline.Clean(ld.Authors) is { } structured)
            return structured;
        foreach (var values in tags.All(HtmlMetaTags.AuthorNames))
        {
            if (HtmlByline.Clean(values.Where(value => !value.Contains("://", StringComparison.Ordinal))) is { } named)
                return named;
        }

        return HtmlByline.Clean(VisibleAuthors.Find(tree));
    }

    private (WrittenDay? Day, DateSource? Source) Published(string? url)
    {
        if (WrittenDay.Parse(ld?.Published) is { } structured)
            return (structured, DateSource.JsonLd);
        foreach (var values in tags.All(HtmlMetaTags.DateNames))
        {
            if (values.Select(WrittenDay.Parse).FirstOrDefault(day => day is not null) is { } named)
                return (named, DateSource.Metadata);
        }

        if (WrittenDay.Parse(ld?.Created) is { } created)
            return (created, DateSource.JsonLd);
        if (TimeElements.Find(tree) is { } shown)
            return (shown, DateSource.TimeElement);
        var inUrl = UrlDay.Find(sourceUrl) ?? UrlDay.Find(url);
        return inUrl is { } day ? (new WrittenDay(day, null), DateSource.Url) : (null, null);
    }

    private string? Language()
    {
        foreach (var given in new[] { page.DocumentElement?.GetAttribute("lang"), page.DocumentElement?.GetAttribute("xml:lang"), ld?.Language, tags.First("content-language", "og:locale", "dc:language", "language", "inlanguage") })
        {
            var primary = given?.Trim().Split(['-', '_', ',', ' '])[0].ToLowerInvariant();
            if (primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower))
                return primary;
        }

        return null;
    }

    private string? Url()
    {
        var canonical = links.Find(link => string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))?.GetAttribute("href");
        foreach (var given in new[] { canonical, tags.First("og:url"), ld?.Url, sourceUrl })
        {
            if (Absolute(given) is { } address)
                return address;
        }

        return null;
    }

    private string? Absolute(string? given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Length > 4096)
            return null;
        // A path alone is an absolute file address on some systems, so the scheme is asked first.
        if (!Uri.TryCreate(given.Trim(), UriKind.Absolute, out var address) || address.IsFile)
            _ = Uri.TryCreate(sourceUrl, UriKind.Absolute, out var from) && Uri.TryCreate(from, given.Trim(), out address);
        return address is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0 } ? address.AbsoluteUri : null;
    }
}
