using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>PDFs whose pages share one packed content stream (ISO 32000-1, section 7.4.4): small files that say very much.</summary>
internal static class HostilePdf
{
    /// <param name="pages">How many.</param>
    /// <param name="line">Drawn again and again; {0} is a height on the page.</param>
    /// <param name="lines">How often on each page.</param>
    public static byte[] Packed(int pages, string line, int lines)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string body)
        {
            places.Add(file.Length);
            Write($"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        Write("%PDF-1.5\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages} /Kids [{string.Concat(Enumerable.Range(5, pages).Select(n => $"{n} 0 R "))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        places.Add(file.Length);
        var stream = Stream(line, lines);
        Write($"4 0 obj\n<< /Length {stream.Length} /Filter /FlateDecode >>\nstream\n");
        file.Write(stream);
        Write("\nendstream\nendobj\n");
        for (var i = 0; i < pages; i++) Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>");
        var xref = file.Length;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Stream(string line, int lines)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < lines; i++) deflate.Write(Encoding.Latin1.GetBytes(string.Format(CultureInfo.InvariantCulture, line, 800 - (i * 12 % 760))));
        }

        return packed.ToArray();
    }
}
