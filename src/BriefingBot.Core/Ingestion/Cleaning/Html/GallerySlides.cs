using System.Globalization;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Lists whose items count themselves ("3/12", "3 of 12"): the captions of a gallery, told one after the other.</summary>
internal static class GallerySlides
{
    private const int Fewest = 3;

    public static bool Is(PageTree tree, PageNode list)
    {
        var (slides, total) = (0, 0);
        foreach (var child in tree.Children(list))
        {
            if (child.IsText || child.Words == 0)
                continue;
            if (Counter(tree, child) is not { } counter || (slides > 0 && counter.Total != total) || counter.Number != slides + 1)
                return false;
            total = counter.Total;
            slides++;
        }

        return slides >= Fewest;
    }

    private static (int Number, int Total)? Counter(PageTree tree, PageNode item)
    {
        var first = tree.Below(item).FirstOrDefault(node => node.IsText && node.Words > 0)?.Text?.Trim() ?? "";
        var parts = first.Split(['/', ' '], 4, StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_, "of" or "de" or "von", ..])
            parts = [parts[0], .. parts[2..]];
        return first.Length < 200 && parts.Length > 1 && (first.Contains('/', StringComparison.Ordinal) || first.Contains(" of ", StringComparison.Ordinal)) && Number(parts[0]) is { } number && Number(parts[1]) is { } total && number <= total
            ? (number, total)
            : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null;
}
