using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>The article of a page as text, and everything visible that is not it.</summary>
internal sealed record ArticleText(string Text, IReadOnlyList<RemovedPart> Removed)
{
    /// <param name="page">The parsed page.</param>
    /// <param name="title">The title as the metadata give it; where it stands again in the body it goes.</param>
    /// <returns>With an empty text where the page holds furniture only.</returns>
    public static ArticleText Of(IHtmlDocument page, string title)
    {
        if (page.Body is not IElement body)
            return new ArticleText("", []);
        var tree = PageTree.Build(body);
        new FurnitureMarker(tree, TitleNode(tree, title)).Mark();
        BlockQuality.Score(tree);
        var article = ArticleFinder.Find(tree);
        List<TextLine> lines = [];
        if (article is not null)
        {
            ArticlePruner.Prune(tree, article);
            lines = LineWriter.Read(tree, article);
            LineRules.Apply(lines, title);
        }

        return new ArticleText(TextOf(lines), RemovedParts.Of(tree, article, lines));
    }

    private static PageNode? TitleNode(PageTree tree, string title) =>
        tree.Nodes.FirstOrDefault(node => node.Name is "h1" && LineRules.SameWords(LineWriter.Read(tree, node, all: true).Select(line => line.Text).FirstOrDefault() ?? "", title));

    private static string TextOf(List<TextLine> lines)
    {
        var text = new System.Text.StringBuilder();
        TextLine? last = null;
        foreach (var line in lines.Where(line => line.Rule is null))
        {
            if (last is not null)
                text.Append(line.Kind == last.Kind && line.Kind is (LineKind.Item or LineKind.Row) ? "\n" : "\n\n");
            text.Append(line.Kind == LineKind.Item ? "- " : "").Append(line.Text);
            last = line;
        }

        return text.ToString();
    }
}
