using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>Takes running heads, feet and page numbers: lines near the edge that say the same at the same height on many pages, or nothing but a number.</summary>
internal static class RunningLines
{
    private const double Edge = 0.12;
    private const int LinesAtEdge = 3;
    private const int FewestPages = 3;

    public static List<RemovedPart> Take(List<PdfPage> pages)
    {
        var counts = new Dictionary<(string Key, int Height), int>();
        foreach (var page in pages)
        {
            foreach (var place in AtEdge(page).Select(line => (Key(line), HeightOn(page, line))).Distinct()) counts[place] = counts.GetValueOrDefault(place) + 1;
        }

        // Left and right pages often have heads of their own.
        var needed = Math.Max(FewestPages, (int)Math.Ceiling(pages.Count * 0.3));
        var removed = new List<RemovedPart>();
        foreach (var page in pages)
        {
            foreach (var line in AtEdge(page))
            {
                var rule = IsPageNumber(line.Text) ? "page number" : Pages(counts, Key(line), HeightOn(page, line)) >= needed ? "running head" : null;
                if (rule is null) continue;
                page.Lines.Remove(line);
                removed.Add(new RemovedPart(rule, line.Text));
            }
        }

        return removed;
    }

    private static List<PdfLine> AtEdge(PdfPage page)
    {
        var top = page.Lines.Where(l => l.Bottom < page.Height * Edge).OrderBy(l => l.Top).Take(LinesAtEdge);
        var bottom = page.Lines.Where(l => l.Top > page.Height * (1 - Edge)).OrderByDescending(l => l.Bottom).Take(LinesAtEdge);
        return [.. top.Concat(bottom).Where(l => l.Text.Length <= 160)];
    }

    /// <summary>In hundredths of the page: a scanned head is not always quite as high.</summary>
    private static int HeightOn(PdfPage page, PdfLine line) => page.Height > 0 ? (int)Math.Clamp(line.Top / page.Height * 100, -1, 101) : 0;

    private static int Pages(Dictionary<(string Key, int Height), int> counts, string key, int height) =>
        counts.GetValueOrDefault((key, height - 1)) + counts.GetValueOrDefault((key, height)) + counts.GetValueOrDefault((key, height + 1));

    /// <summary>The text with every number as one sign: "Report 3 of 12" is the same on every page.</summary>
    private static string Key(PdfLine line)
    {
        var key = new System.Text.StringBuilder();
        foreach (var c in line.Text)
        {
            if (!char.IsAsciiDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (key.Length == 0 || key[^1] != '#') key.Append('#');
        }

        return key.ToString();
    }

    private static bool IsPageNumber(string text)
    {
        var core = text.Trim(' ', '-', '–', '—', '|', '.', '[', ']', '(', ')', '/');
        if (core.Length is 0 or > 24) return false;
        var words = core.ToLowerInvariant().Split([' ', '/', '|'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(IsNumber) && words.All(w => IsNumber(w) || w is "page" or "of" or "p" or "p." or "pg" or "página" or "de" or "seite" or "von" or "pagina" or "di" or "sur" or "стр." or "из");
    }

    private static bool IsNumber(string word) => word.Length is > 0 and <= 5 && (word.All(char.IsAsciiDigit) || word.All(c => c is 'i' or 'v' or 'x' or 'l'));
}
