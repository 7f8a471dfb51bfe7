using AngleSharp.Html.Dom;
using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Ingestion.Metadata;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>A saved web page: its article as text, its metadata, and what was page furniture.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private static readonly string[] Extensions = [".html", ".htm", ".xhtml", ".shtml"];

    /// <summary>By its start; a piece of a page, which has none, by its name and a tag anywhere near.</summary>
    public bool CanRead(SourceBytes source)
    {
        var head = LatinHead.Of(source.Bytes.Span, stackalloc char[LatinHead.Window]);
        if (source.HasExtension(Extensions) && HoldsTag(head))
            return true;
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith('<') && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool HoldsTag(ReadOnlySpan<char> head)
    {
        for (var rest = head; rest.IndexOf('<') is >= 0 and var at && at + 1 < rest.Length; rest = rest[(at + 1)..])
        {
            if (char.IsAsciiLetter(rest[at + 1]) || rest[at + 1] is '!' or '/')
                return true;
        }

        return head.IsWhiteSpace();
    }

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source)
    {
        using var borrowed = EncodingDetector.TryBorrow(source, html: true);
        var page = borrowed is null ? PageParser.Parse(EncodingDetector.Decode(source, html: true), source.Origin) : PageParser.Parse(borrowed, source.Origin);
        var read = Article(page, source);
        PageParser.Release(page);
        return read;
    }

    private static ReadText Article(IHtmlDocument page, SourceBytes source)
    {
        if (page.Body is not { } body)
            throw NoText(source);
        var tree = PageTree.Build(body);
        FurnitureMarker.Mark(tree, page.Title ?? "");
        BlockQuality.Score(tree);
        var metadata = HtmlMetadata.Read(page, tree, source.Url);
        var article = ArticleText.Of(tree, metadata.Title);
        tree.Release();
        return article.Text.Length > 0 ? new ReadText(article.Text, metadata, article.Removed) : throw NoText(source);
    }

    private static UnreadableException NoText(SourceBytes source) =>
        new($"{source.Origin} holds no article text: the page is only navigation and other furniture. Save the article's own page.");
}
