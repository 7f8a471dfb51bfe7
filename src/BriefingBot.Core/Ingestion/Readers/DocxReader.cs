using System.IO.Compression;
using System.Xml;
using BriefingBot.Core.Ingestion.Readers.Office;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;
using DocumentFormat.OpenXml.Packaging;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Word documents (ECMA-376): the text of the body, without what was deleted under revision marks. Nothing is unpacked to disk and no link in it is followed.</summary>
internal sealed class DocxReader : IDocumentReader
{
    private const int MostEntries = 5_000;
    private const long MostUnpacked = 150_000_000;
    private const long MostRatio = 200;
    private const long MostDescription = 500_000;
    private const long SmallBytes = 2_000_000;
    private const int MostPartCharacters = 40_000_000;

    public bool CanRead(SourceBytes source)
    {
        if (source.Bytes.Span is not [(byte)'P', (byte)'K', 3, 4, ..]) return false;
        try
        {
            using var zip = Open(source);
            return zip.Entries.Any(e => e.FullName is "[Content_Types].xml") && zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source)
    {
        try
        {
            RefuseBombs(source);
            using var bytes = StreamOf(source);
            using var document = WordprocessingDocument.Open(bytes, isEditable: false, new OpenSettings { MaxCharactersInPart = MostPartCharacters, AutoSave = false });
            var body = document.MainDocumentPart ?? throw new UnreadableException($"{source.Origin} is a Word document without a body: check that it was saved completely.");
            using var part = body.GetStream(FileMode.Open, FileAccess.Read);
            var (text, title) = WordText.Read(part, MostPartCharacters);
            var properties = document.PackageProperties;
            title = title.Length > 0 ? title : Pdf.PdfTitle.Own(properties.Title);
            var metadata = new DocumentMetadata { Title = TextNormalizer.Normalize(title).Trim(), Byline = properties.Creator is { Length: > 3 and <= 100 } creator && creator.Contains(' ', StringComparison.Ordinal) ? creator : null, Url = source.Url };
            return text.Length > 0 ? new ReadText(text, metadata, []) : throw new UnreadableException($"{source.Origin} is a Word document that holds no text.");
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidOperationException or ArgumentException or UriFormatException or NotSupportedException or IOException)
        {
            throw new UnreadableException($"{source.Origin} is a Word document that cannot be read ({fault.Message.TrimEnd('.')}): check that it was saved completely, or save it again as .docx.", fault);
        }
    }

    private static void RefuseBombs(SourceBytes source)
    {
        using var zip = Open(source);
        if (zip.Entries.Count > MostEntries) throw new InvalidDataException($"it has {zip.Entries.Count:N0} parts");
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.Contains("..", StringComparison.Ordinal) || entry.FullName.StartsWith('/') || entry.FullName.Contains('\\', StringComparison.Ordinal))
                throw new InvalidDataException("it names a part outside itself");
            total += Math.Max(0, entry.Length);
            // What says how the parts hang together is read whole, by the package's own code.
            if (entry.Length > MostDescription && (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName is "[Content_Types].xml" || entry.FullName.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)))
                throw new InvalidDataException($"{entry.FullName} is too long");
            var bursts = entry.Length > SmallBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio;
            if (bursts || total > MostUnpacked) throw new InvalidDataException("it unpacks to far more than it is");
        }
    }

    private static ZipArchive Open(SourceBytes source) => new(StreamOf(source), ZipArchiveMode.Read);

    private static MemoryStream StreamOf(SourceBytes source) => new(source.Bytes.ToArray(), writable: false);
}
