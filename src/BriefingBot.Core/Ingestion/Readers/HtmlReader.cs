using System.Text;
using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Ingestion.Metadata;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>A saved web page: its article as text, its metadata, and what was page furniture.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private const int Window = 4_096;
    private static readonly string[] Extensions = [".html", ".htm", ".xhtml", ".shtml"];

    /// <summary>By its start; a piece of a page, which has none, by its name and a tag anywhere near.</summary>
    public bool CanRead(SourceBytes source)
    {
        var start = source.Bytes.Span[..Math.Min(source.Bytes.Length, Window)];
        var latin = Encoding.Latin1.GetString(start);
        var head = (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? latin.Replace("\0", "", StringComparison.Ordinal) : latin).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        if (Extensions.Any(extension => source.Origin.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) && HoldsTag(head))
            return true;
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith('<') && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool HoldsTag(string head)
    {
        for (var at = head.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < head.Length; at = head.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(head[at + 1]) || head[at + 1] is '!' or '/')
                return true;
        }

        return string.IsNullOrWhiteSpace(head);
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
