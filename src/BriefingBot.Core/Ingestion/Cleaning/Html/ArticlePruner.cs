namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Takes lists of links and forms out of the chosen container, by link density, and lists of boxes by their shape: no names are read here.</summary>
internal static class ArticlePruner
{
    /// <summary>Words of running text that stay when a list goes: what is left has to be an article.</summary>
    private const int FewestWords = 60;

    public static void Prune(PageTree tree, PageNode article)
    {
        for (var i = article.Index + 1; i < article.End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Rule is null && !node.IsText && !node.Inline)
                node.Rule = RuleFor(node) ?? (article.Good - node.Good >= FewestWords ? ListRule(tree, node) : null);
            if (node.Rule is not null)
                i = node.End - 1;
        }
    }

    private static string? ListRule(PageTree tree, PageNode node) => node.Name is not ("ul" or "ol" or "div" or "section") ? null
        : TeaserStream.Is(tree, node) ? "related"
        : GallerySlides.Is(tree, node) ? "gallery" : null;

    private static string? RuleFor(PageNode node) => node.Name switch
    {
        "form" or "fieldset" when node.Good < 20 => "control",
        "ul" or "ol" or "dl" when node.Words > 0 && node.LinkDensity > 0.7 && node.Good < node.Words * 0.2 => "links",
        "div" or "section" or "table" or "article" when node.Words > 3 && node.LinkDensity > 0.6 && node.Good < node.Words * 0.2 => "links",
        _ => null,
    };
}
