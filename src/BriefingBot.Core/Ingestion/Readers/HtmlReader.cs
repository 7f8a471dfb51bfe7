using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Libraries;

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
        var metadata = new DocumentMetadata { Title = page.Title ?? "" };
        var article = ArticleText.Of(page, metadata.Title);
        if (article.Text.Length == 0)
            throw new UnreadableException($"{source.Origin} holds no article text: the page is only navigation and other furniture. Save the article's own page.");
        return new ReadText(article.Text, metadata, article.Removed);
    }
}
