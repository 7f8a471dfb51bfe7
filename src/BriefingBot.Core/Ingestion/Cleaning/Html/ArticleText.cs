using System.Runtime.InteropServices;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>The article of a page as text, and everything visible that is not it.</summary>
internal sealed record ArticleText(string Text, IReadOnlyList<RemovedPart> Removed)
{
    /// <param name="tree">The page, furniture marked.</param>
    /// <param name="title">The title as the metadata give it; where it stands again in the body it goes.</param>
    /// <returns>With an empty text where the page holds furniture only.</returns>
    public static ArticleText Of(PageTree tree, string title)
    {
        var parts = ArticleFinder.Find(tree) is { } article ? ArticleParts.Around(tree, article) : [];
        foreach (var part in parts)
            ArticlePruner.Prune(tree, part);
        var lines = new List<TextLine>();
        foreach (var part in parts)
            tree.Read(part, lines);
        LineRules.Apply(lines, title);
        return new ArticleText(TextOf(lines), RemovedParts.Of(tree, parts, lines));
    }

    private static string TextOf(List<TextLine> lines)
    {
        var pieces = new List<string>(lines.Count * 3);
        TextLine? last = null;
        foreach (var line in lines)
        {
            if (line.Rule is not null)
                continue;
            if (last is not null)
                pieces.Add(line.Kind == last.Kind && line.Kind is (LineKind.Item or LineKind.Row) ? "\n" : "\n\n");
            if (line.Kind == LineKind.Item)
                pieces.Add("- ");
            pieces.Add(line.Text);
            last = line;
        }

        return string.Concat(CollectionsMarshal.AsSpan(pieces)).Trim();
    }
}
