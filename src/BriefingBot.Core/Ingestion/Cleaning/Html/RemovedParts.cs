using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Everything visible that did not become text, in document order, each with the rule that took it.</summary>
internal static class RemovedParts
{
    public static List<RemovedPart> Of(PageTree tree, IReadOnlyList<PageNode> article, IReadOnlyList<TextLine> lines)
    {
        var parts = new List<(int At, RemovedPart Part)>();
        var next = 0;
        for (var i = 0; i < tree.Nodes.Count;)
        {
            var node = tree.Nodes[i];
            while (next < article.Count && article[next].End <= i)
                next++;
            if (next < article.Count && node == article[next] && node.Rule is null)
            {
                InArticle(tree, node, parts);
                i = node.End;
            }
            else if (node.Rule is null && ((next < article.Count && node.Contains(article[next])) || IsAround(node, tree.Title)))
            {
                i++;
            }
            else
            {
                Add(tree, node, node.Rule ?? (node == tree.Title ? "title" : "outside-article"), parts);
                i = node.End;
            }
        }

        parts.AddRange(lines.Where(line => line.Rule is not null).Select(line => (line.Node, new RemovedPart(line.Rule!, line.Text))));
        return [.. parts.OrderBy(part => part.At).Select(part => part.Part)];
    }

    private static bool IsAround(PageNode node, PageNode? title) => title is not null && node != title && node.Contains(title);

    private static void InArticle(PageTree tree, PageNode article, List<(int, RemovedPart)> parts)
    {
        for (var i = article.Index + 1; i < article.End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Rule is null)
                continue;
            Add(tree, node, node.Rule, parts);
            i = node.End - 1;
        }
    }

    private static void Add(PageTree tree, PageNode node, string rule, List<(int, RemovedPart)> parts)
    {
        var text = tree.TextOf(node);
        if (text.Length > 0)
            parts.Add((node.Index, new RemovedPart(rule, text)));
    }
}
