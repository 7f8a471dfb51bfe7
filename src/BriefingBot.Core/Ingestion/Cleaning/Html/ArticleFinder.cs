namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// The element that holds the article: a known container where one holds enough of the page's running text, else the
/// subtree with the largest sum of running text less furniture.
/// </summary>
internal static class ArticleFinder
{
    /// <returns>Null where the page holds no running text.</returns>
    public static PageNode? Find(PageTree tree)
    {
        var densest = Densest(tree);
        if (densest is null)
            return null;
        if (BesideTitle(tree, densest) is { } titled)
            return titled;
        foreach (var tier in new[] { BodyTier.Body, BodyTier.Article })
        {
            if (Known(tree, tier, densest) is { } known)
                return known;
        }

        return densest;
    }

    private static PageNode? Densest(PageTree tree)
    {
        PageNode? best = null;
        foreach (var node in tree.Nodes)
        {
            // At equal sums the deeper element, which comes later in document order, holds less besides.
            if (!node.IsText && !node.Inline && node.Good > 0 && (best is null || node.Score > best.Score || (node.Score >= best.Score && best.Contains(node))))
                best = node;
        }

        return best;
    }

    /// <summary>Where one article holds the page's title and others do not, the others are other articles.</summary>
    private static PageNode? BesideTitle(PageTree tree, PageNode densest)
    {
        PageNode? best = null;
        for (var node = tree.Title?.Parent; node is not null; node = node.Parent)
        {
            if (BodyWords.TierOf(node) is BodyTier.Body or BodyTier.Article && node.Good >= Math.Max(60, densest.Good * 0.15))
            {
                best = node;
                break;
            }
        }

        return best is null ? null : Known(tree, BodyTier.Body, best, best) ?? best;
    }

    private static PageNode? Known(PageTree tree, BodyTier tier, PageNode densest, PageNode? within = null)
    {
        PageNode? best = null;
        foreach (var node in tree.Nodes)
        {
            if (node.IsText || node.Inline || node.Rule is not null || node.Good <= 0 || BodyWords.TierOf(node) != tier || within?.Contains(node) == false)
                continue;
            if (best is null || node.Good > best.Good * 1.2 || (best.Contains(node) && node.Good > best.Good * 0.9))
                best = node;
        }

        return best is not null && best.Good >= densest.Good * 0.5 ? best : null;
    }
}
