namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// Lists of other articles, as templates write them below one: many boxes of one shape, each a headline that is a link, with a
/// few lines of summary. An author writes linked headings too, but lays no box around each.
/// </summary>
internal static class TeaserStream
{
    private const int Fewest = 5;
    private const double Most = 0.75;
    private const int LongestSummary = 70;

    public static bool Is(PageTree tree, PageNode list)
    {
        int boxes = 0, teasers = 0;
        foreach (var child in tree.Children(list))
        {
            if (child.IsText || child.Inline || child.Words < 4)
                continue;
            boxes++;
            teasers += IsTeaser(tree, child) ? 1 : 0;
        }

        return teasers >= Fewest && teasers >= boxes * Most;
    }

    private static bool IsTeaser(PageTree tree, PageNode box)
    {
        if (HtmlNames.IsHeading(box.Name))
            return false;
        var headings = tree.Below(box).Where(node => HtmlNames.IsHeading(node.Name) && node.Words > 2).Take(2).ToList();
        return headings.Count == 1 && headings[0].LinkWords == headings[0].Words && box.Words - headings[0].Words <= LongestSummary;
    }
}
