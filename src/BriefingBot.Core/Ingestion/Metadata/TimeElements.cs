using BriefingBot.Core.Ingestion.Cleaning.Html;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>The published day in the page's visible marks: <c>itemprop=datePublished</c>, then the first <c>time</c> that belongs to the article.</summary>
internal static class TimeElements
{
    public static WrittenDay? Find(PageTree tree)
    {
        WrittenDay? first = null;
        var afterTitle = false;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            if (node.Rule is not null and not FurnitureWords.Byline)
            {
                i = node.End - 1;
                continue;
            }

            if (node.ItemProp is "datepublished" or "datecreated" && Of(tree, node) is { } published)
                return published;
            if (node.Name is "h1" && !afterTitle)
            {
                // A time above the headline may be the masthead's own clock.
                afterTitle = true;
                first = null;
            }
            else if (node.Name is "time" && first is null && !IsChange(node))
            {
                first = Of(tree, node);
            }
        }

        return first;
    }

    private static bool IsChange(PageNode node) => node.ItemProp is "datemodified" || IsChange(node.Tokens) || (node.Parent is { } parent && IsChange(parent.Tokens));

    private static bool IsChange(string[] tokens) => tokens.Any(token => token.Contains("updated", StringComparison.Ordinal) || token.Contains("modified", StringComparison.Ordinal));

    private static WrittenDay? Of(PageTree tree, PageNode node) =>
        WrittenDay.Parse(node.Element?.GetAttribute("datetime")) ?? WrittenDay.Parse(node.Element?.GetAttribute("content")) ?? WrittenDay.Parse(tree.TextOf(node));
}
