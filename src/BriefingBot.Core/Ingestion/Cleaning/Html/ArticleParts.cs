namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// What belongs to an article besides its container: the lead between the headline and the body, and further containers
/// of the same name where a page cuts one body into several.
/// </summary>
internal static class ArticleParts
{
    private const int MaxLeadWords = 120;
    private const int MaxLeads = 3;
    private const int Reach = 4;

    /// <returns>The parts in document order, none inside another.</returns>
    public static IReadOnlyList<PageNode> Around(PageTree tree, PageNode article)
    {
        var bodies = SameBody(tree, article).Append(article).ToList();
        return [.. Leads(tree, article).Where(lead => !bodies.Exists(body => body.Contains(lead))).Concat(bodies).OrderBy(part => part.Index)];
    }

    private static List<PageNode> Leads(PageTree tree, PageNode article)
    {
        var leads = new List<PageNode>();
        var title = tree.Title ?? tree.Nodes.LastOrDefault(node => node.Name is "h1" && node.End <= article.Index);
        if (title is null || title.End > article.Index)
            return leads;
        var words = 0;
        for (var i = title.End; i < article.Index && leads.Count < MaxLeads; i++)
        {
            var node = tree.Nodes[i];
            if (node.Rule is not null)
            {
                i = node.End - 1;
                continue;
            }

            if (node.IsText || node.Contains(article) || !IsLead(node))
                continue;
            words += node.Words;
            if (words > MaxLeadWords)
                break;
            leads.Add(node);
            i = node.End - 1;
        }

        return leads;
    }

    /// <summary>A block of its own with at least one sentence and hardly a link.</summary>
    private static bool IsLead(PageNode node) =>
        node.OwnWords == node.Words && node.Words >= 6 && node.OwnStops > 0 && node.LinkWords * 5 < node.Words && !InOtherArticle(node);

    private static bool InOtherArticle(PageNode node)
    {
        for (var up = node; up is not null; up = up.Parent)
        {
            if (up.Name is "li" or "footer" or "table" || FurnitureWords.Caption.Equals(up.Rule, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static IEnumerable<PageNode> SameBody(PageTree tree, PageNode article)
    {
        if (article.Tokens.Length == 0 || BodyWords.TierOf(article) != BodyTier.Body)
            return [];
        var top = article;
        for (var i = 0; i < Reach && top.Parent is { Name: not "body" } parent; i++)
            top = parent;
        return Named(tree, top.Index, article.Index, article).Concat(Named(tree, article.End, top.End, article));
    }

    /// <summary>"story-body-1" and "story-body-2" are parts of one body.</summary>
    private static bool IsNamedAlike(PageNode some, PageNode other) =>
        some.Tokens.Length == other.Tokens.Length && some.Tokens.Zip(other.Tokens).All(pair => pair.First.AsSpan().TrimEnd("0123456789").SequenceEqual(pair.Second.AsSpan().TrimEnd("0123456789")));

    /// <summary>Up to the next headline: what follows one is another article.</summary>
    private static List<PageNode> Named(PageTree tree, int from, int to, PageNode article)
    {
        var found = new List<PageNode>();
        for (var i = from; i < to; i++)
        {
            var node = tree.Nodes[i];
            if (node.Name is "h1")
            {
                if (from > article.Index)
                    break;
                found.Clear();
            }

            if (node.Contains(article) || (node.Rule is null && (node.Good <= 0 || !IsNamedAlike(node, article))))
                continue;
            if (node.Rule is null)
                found.Add(node);
            i = node.End - 1;
        }

        return found;
    }
}
