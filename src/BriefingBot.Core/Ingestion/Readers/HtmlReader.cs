using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Ingestion.Metadata;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>A saved web page: its article as text, its metadata, and what was page furniture.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private static readonly string[] Extensions = [".html", ".htm", ".xhtml", ".shtml"];

    public bool CanRead(SourceBytes source)
    {
        if (Extensions.Any(extension => source.Origin.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            return true;
        var start = source.Bytes.Span[..Math.Min(source.Bytes.Length, 1024)];
        var head = System.Text.Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith('<') && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source)
    {
        var page = PageParser.Parse(EncodingDetector.Decode(source, html: true), source.Origin);
        if (page.Body is not { } body)
            throw NoText(source);
        var tree = PageTree.Build(body);
        FurnitureMarker.Mark(tree, page.Title ?? "");
        BlockQuality.Score(tree);
        var metadata = HtmlMetadata.Read(page, tree, source.Url);
        var article = ArticleText.Of(tree, metadata.Title);
        return article.Text.Length > 0 ? new ReadText(article.Text, metadata, article.Removed) : throw NoText(source);
    }

    private static UnreadableException NoText(SourceBytes source) =>
        new($"{source.Origin} holds no article text: the page is only navigation and other furniture. Save the article's own page.");
}
