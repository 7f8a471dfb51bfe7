namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// Marks what names, roles and elements call furniture. A mark is never believed against the weight of the text: what
/// holds the title or most of the page's running text stays, whatever its class says.
/// </summary>
internal sealed class FurnitureMarker
{
    private const double MostOfThePage = 0.4;
    private const double MostHidden = 0.6;
    private const double MinGood = 20;
    private const double MostInSum = 0.6;
    private const int ShortestAddress = 12;

    private readonly PageTree tree;
    private readonly PageNode? title;
    private readonly HashSet<string> distrusted = new(StringComparer.Ordinal);

    private FurnitureMarker(PageTree tree, string pageTitle)
    {
        this.tree = tree;
        var headings = tree.Nodes.Where(node => node.Name is "h1").Take(20).ToList();
        tree.Title = title = headings.Find(node => LineRules.NamesPage(tree.TextOf(node), pageTitle));
        if (tree.Title is null && string.IsNullOrWhiteSpace(pageTitle) && headings.Count == 1)
            tree.Title = title = headings[0];
    }

    /// <param name="tree">The page.</param>
    /// <param name="pageTitle">Its title in any form; the heading that says the same is the article's.</param>
    public static void Mark(PageTree tree, string pageTitle)
    {
        new FurnitureMarker(tree, pageTitle).Mark();
        LiveEntries.Keep(tree);
    }

    private void Mark()
    {
        for (var i = tree.Nodes.Count - 1; i >= 0; i--)
        {
            var node = tree.Nodes[i];
            node.Running += BlockQuality.GoodWords(node);
            if (node.Parent is { } parent)
                parent.Running += node.Running;
        }

        Distrust();
        for (var i = 1; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            if (node.IsText)
                continue;
            node.Rule = RuleFor(node, node.Running, tree.Nodes[0].Running);
            if (node.Rule is not null)
                i = node.End - 1;
            else if (node.Name is "pre" or "code" && !node.Hidden)
                i = node.End - 1;
        }
    }

    /// <summary>A name that would take most of the page's text away is what this page builder calls everything.</summary>
    private void Distrust()
    {
        var all = tree.Nodes[0].Running;
        var taken = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 1; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            if (node.IsText || ByName(node) is not { } rule || (rule is not FurnitureWords.Comments && node.Running > all * MostOfThePage))
                continue;
            taken[rule] = taken.GetValueOrDefault(rule) + node.Running;
            i = node.End - 1;
        }

        distrusted.UnionWith(taken.Where(rule => rule.Value > all * (rule.Key is FurnitureWords.Comments ? 0.95 : MostInSum) && rule.Value > MinGood).Select(rule => rule.Key));
    }

    private string? RuleFor(PageNode node, double good, double all)
    {
        if (ByElement(node) is { } fixedRule)
            return fixedRule;
        var rule = ByPlace(node) ?? ByName(node);
        if (rule is null || node.Name is "body" or "main" or "html" || (title is not null && node.Contains(title)))
            return null;
        if (rule is FurnitureWords.Comments)
            return rule;
        if (good > all * (node.Hidden ? MostHidden : MostOfThePage) && good > MinGood)
            return null;
        if (BodyWords.TierOf(node) == BodyTier.Body && good > 60)
            return null;
        return rule;
    }

    private string? ByElement(PageNode node) => node.Name switch
    {
        "figure" when node.Words is > 0 and <= 150 && !tree.Below(node).Any(inner => inner.Name is "table" or "pre" or "blockquote" || inner.OwnWords > 60) => FurnitureWords.Caption,
        "noscript" => "noscript",
        "button" => "control",
        "figcaption" => FurnitureWords.Caption,
        "nav" => "navigation",
        "dialog" => "dialog",
        _ => null,
    };

    private static string? ByPlace(PageNode node)
    {
        if (node.Hidden)
            return "hidden";
        return node.Role switch
        {
            "navigation" or "menu" or "menubar" or "banner" or "toolbar" or "tablist" => "navigation",
            "contentinfo" => "footer",
            "complementary" => "sidebar",
            "dialog" or "alertdialog" or "tooltip" => "dialog",
            "search" => "control",
            _ => node.Name switch
            {
                "footer" => "footer",
                "aside" => "sidebar",
                _ => null,
            },
        };
    }

    private string? ByName(PageNode node)
    {
        foreach (var token in node.Tokens)
        {
            if (token.Length >= ShortestAddress && IsAddress(node, token))
                continue;
            if (FurnitureWords.RuleFor(token) is { } rule && !distrusted.Contains(rule) && Applies(rule, node))
                return rule;
        }

        return node.ItemProp is "author" or "datepublished" or "datemodified" or "publisher" && node.Words <= 40 && !InSentence(node) ? FurnitureWords.Byline : null;
    }

    /// <summary>An id made of the words of the heading below it is where links lead, and no name of a role: "responses-from-the-board".</summary>
    private bool IsAddress(PageNode node, string token)
    {
        if (!string.Equals(node.Element?.Id, token, StringComparison.OrdinalIgnoreCase))
            return false;
        var heading = HtmlNames.IsHeading(node.Name) ? node : tree.Below(node).FirstOrDefault(inner => HtmlNames.IsHeading(inner.Name));
        if (heading is null || heading.Words < 3)
            return false;
        var words = string.Concat(tree.TextOf(heading).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
        return string.Concat(token.Where(char.IsLetterOrDigit)).StartsWith(words, StringComparison.Ordinal) && BlockQuality.GoodWords(node) + tree.Below(node).Sum(BlockQuality.GoodWords) > MinGood;
    }

    /// <summary>Small things must be small: a wrapper named after one of its parts is not that part.</summary>
    private static bool Applies(string rule, PageNode node) => rule switch
    {
        FurnitureWords.Byline => node.Words <= 100 && !InSentence(node),
        FurnitureWords.Tags => node.Words <= 60 && !InSentence(node) && node.Name is not "article",
        FurnitureWords.Caption => node.Words <= 150 && !HtmlNames.IsHeading(node.Name) && !InSentence(node),
        FurnitureWords.Comments or "related" or "newsletter" or "sidebar" or "navigation" or "dialog" => !InSentence(node),
        _ => true,
    };

    private static bool InSentence(PageNode node) => node.Inline && node.Parent is { Name: "p" or "li" or "blockquote" or "td" or "h1" or "h2" or "h3" } parent && parent.Words > node.Words;
}
