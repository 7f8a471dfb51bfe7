namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>The title of a PDF: the largest lines of the first page where they stand out, else what the file says of itself if that reads like a title.</summary>
internal static class PdfTitle
{
    private const int MostWords = 30;
    private static readonly string[] Endings = [".doc", ".docx", ".pdf", ".indd", ".qxd", ".rtf", ".odt", ".tex", ".html", ".txt", ".xls", ".xlsx", ".ppt", ".pptx"];

    /// <summary>The lines of the headline, taken off the first page; empty where nothing stands out.</summary>
    public static List<string> Take(PdfPage page)
    {
        if (page.Lines.Count < 4) return [];
        var usual = page.Lines.Select(l => l.Height).Order().ElementAt(page.Lines.Count / 2);
        var largest = page.Lines.Where(l => l.Top < page.Height * 0.6 && l.Text.Any(char.IsLetter)).Select(l => l.Height).DefaultIfEmpty().Max();
        if (largest < usual * 1.25) return [];
        var first = page.Lines.FindIndex(l => l.Height > largest * 0.95 && l.Top < page.Height * 0.6);
        var last = first;
        while (last + 1 < page.Lines.Count && page.Lines[last + 1].Height > largest * 0.95) last++;
        var lines = page.Lines.GetRange(first, last - first + 1);
        if (lines.Sum(l => l.Text.Count(c => c == ' ') + 1) > MostWords) return [];
        page.Lines.RemoveRange(first, lines.Count);
        return lines.ConvertAll(l => l.Text);
    }

    /// <summary>The file's own title; "" where it is the name of a file or a program.</summary>
    public static string Own(string? title)
    {
        if (title is null || title.Length > 200 || !title.Contains(' ', StringComparison.Ordinal)) return "";
        var named = title.StartsWith("Microsoft ", StringComparison.OrdinalIgnoreCase) || title.Contains("untitled", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(Endings, e => title.EndsWith(e, StringComparison.OrdinalIgnoreCase)) || title.Contains('\\', StringComparison.Ordinal) || title.Contains("://", StringComparison.Ordinal);
        return named ? "" : title;
    }
}
