using BriefingBot.Core.Ingestion.Readers.Pdf;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>PDF through poppler's pdftotext: text in reading order, running heads away, the page of every place kept.</summary>
internal sealed class PdfReader : IDocumentReader
{
    /// <summary>Some programs write a few bytes before the signature (ISO 32000-1, annex H, note 13).</summary>
    private const int SignatureWithin = 1024;

    public bool CanRead(SourceBytes source) => source.Bytes.Span[..Math.Min(SignatureWithin, source.Bytes.Length)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source)
    {
        var layout = PdfToText.Read(source);
        var removed = RunningLines.Take(layout.Pages);
        var headline = layout.Pages.Count > 0 ? PdfTitle.Take(layout.Pages[0]) : [];
        var (text, pages) = PdfText.Of(PdfParagraphs.Of(layout.Pages), layout.Pages.Count);
        if (text.Length == 0) throw new UnreadableException($"{source.Origin} has {layout.Pages.Count} pages and no text: they are pictures. Run it through text recognition first.");
        var title = TextNormalizer.Normalize(headline.Count > 0 ? string.Join(' ', headline) : PdfTitle.Own(layout.Title)).Trim();
        var metadata = new DocumentMetadata { Title = title, Byline = layout.Author is { Length: <= 100 } author && author.Contains(' ', StringComparison.Ordinal) ? author : null, Url = source.Url, Pages = pages };
        return new ReadText(text, metadata, headline.Count > 0 ? [new RemovedPart("title", string.Join(' ', headline)), .. removed] : removed);
    }
}
