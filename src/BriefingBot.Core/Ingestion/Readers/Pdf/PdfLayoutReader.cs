using System.Globalization;
using System.Text;
using System.Xml;

namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: pages, flows, blocks, lines, words with their boxes.</summary>
internal static class PdfLayoutReader
{
    private const int MostPages = 5_000;
    private const int MostLines = 500_000;

    /// <exception cref="XmlException">Not what pdftotext writes, or more of it than any document has.</exception>
    public static PdfLayout Read(Stream output)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersInDocument = 300_000_000 };
        using var xml = XmlReader.Create(new StreamReader(output, Encoding.UTF8), settings);
        var pages = new List<PdfPage>();
        string? title = null, author = null;
        var (block, lines) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "title":
                    title = Plain(xml.ReadElementContentAsString());
                    break;
                case "meta" when xml.GetAttribute("name") is "Author":
                    author = Plain(xml.GetAttribute("content"));
                    break;
                case "page":
                    if (pages.Count >= MostPages) throw new XmlException($"it has more than {MostPages:N0} pages");
                    pages.Add(new PdfPage(Number(xml, "width"), Number(xml, "height"), []));
                    break;
                case "block":
                    block++;
                    break;
                case "line" when pages.Count > 0:
                    if (++lines > MostLines) throw new XmlException($"it has more than {MostLines:N0} lines");
                    AddLine(xml, pages[^1], block);
                    break;
            }
        }

        return new PdfLayout(pages, title, author);
    }

    private static void AddLine(XmlReader xml, PdfPage page, int block)
    {
        var (left, top, right, bottom) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var text = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Text) continue;
            if (text.Length > 0) text.Append(' ');
            text.Append(xml.Value);
        }

        if (Plain(text.ToString()) is { } line) page.Lines.Add(new PdfLine(line, left, top, right, bottom, block));
    }

    /// <summary>Without control characters and white space around; null where nothing is left.</summary>
    private static string? Plain(string? text)
    {
        var plain = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return plain.Length == 0 ? null : plain;
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
