using System.Globalization;
using System.Text;

namespace BriefingBot.Tests.Ingestion.Readers;

/// <summary>Writes small PDFs (ISO 32000-1) with lines of Helvetica at given places; y counts from the top, units are points.</summary>
internal sealed class TinyPdf
{
    private readonly List<StringBuilder> pages = [];

    public string? Title { get; init; }

    public TinyPdf Page()
    {
        pages.Add(new StringBuilder());
        return this;
    }

    public TinyPdf Line(double x, double y, string text, double size = 11)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {842 - y} Td ({escaped}) Tj ET\n");
        return this;
    }

    public TinyPdf Lines(double x, double y, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++) Line(x, y + (i * 14), lines[i]);
        return this;
    }

    public byte[] ToBytes()
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", $"<< /Title ({Title ?? ""}) >>" };
        var kids = new StringBuilder();
        foreach (var page in pages)
        {
            kids.Append(CultureInfo.InvariantCulture, $"{objects.Count + 1} 0 R ");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}endstream");
        }

        objects[1] = $"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
