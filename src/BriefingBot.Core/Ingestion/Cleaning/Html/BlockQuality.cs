namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// Running text against lists of links, by words, sentence ends and link density (Kohlschütter et al., "Boilerplate
/// detection using shallow text features", WSDM 2010, uses the same three).
/// </summary>
internal static class BlockQuality
{
    /// <summary>Words of running text in the block's own lines; 0 for a heading, a link list, a label.</summary>
    public static double GoodWords(PageNode node)
    {
        if (node.OwnWords < 5 || node.OwnStops == 0 || HtmlNames.IsHeading(node.Name))
            return 0;
        if (node.OwnLinkWords > node.OwnWords / 2 || (node.OwnWords < 10 && node.OwnLinkWords > 0))
            return 0;
        return node.OwnWords - node.OwnLinkWords;
    }

    /// <summary>What would have to be cut away if this block stood in the article.</summary>
    private static double BadWords(PageNode node, double good) => good > 0 ? 0 : node.OwnLinkWords + ((node.OwnWords - node.OwnLinkWords) * (HtmlNames.IsHeading(node.Name) ? 0.1 : 0.4));

    /// <summary>
    /// Sums over subtrees; what is marked as furniture counts neither for nor against. A page without any running text may
    /// still be a short notice: then every word outside of links and headings counts.
    /// </summary>
    public static void Score(PageTree tree)
    {
        Score(tree, GoodWords);
        if (tree.Nodes[0].Good <= 0)
            Score(tree, node => HtmlNames.IsHeading(node.Name) ? 0 : node.OwnWords - node.OwnLinkWords);
    }

    private static void Score(PageTree tree, Func<PageNode, double> goodWords)
    {
        var gone = 0;
        foreach (var node in tree.Nodes)
        {
            // What is marked goes with everything below it.
            if (node.Rule is not null)
                gone = Math.Max(gone, node.End);
            var isGone = node.Index < gone;
            node.Good = isGone ? 0 : goodWords(node);
            node.Score = isGone ? 0 : node.Good - BadWords(node, node.Good);
        }

        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            var node = tree.Nodes[i];
            node.Parent!.Good += node.Good;
            node.Parent.Score += node.Score;
        }
    }
}
