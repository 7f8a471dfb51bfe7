using BriefingBot.Core.Ingestion.Cleaning.Html;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Author elements a reader of the page sees: <c>itemprop</c>, <c>rel=author</c>, then a line that is named as the byline.</summary>
internal static class VisibleAuthors
{
    private const int SmallBox = 25;

    public static IReadOnlyList<string> Find(PageTree tree)
    {
        var named = Texts(tree, node => node.ItemProp is "author" or "author name" or "creator" || (node.Name is "a" && node.HasRel("author")), 6);
        if (named.Count > 0)
            return named;
        return [.. Texts(tree, IsByline, 1).Select(FirstName)];
    }

    private static bool IsByline(PageNode node) => node.Tokens.Any(token => token is "fn" or "contributor" || token.Contains("byline", StringComparison.Ordinal)
        || (token.Contains("author", StringComparison.Ordinal) && FurnitureWords.RuleFor(token) is FurnitureWords.Byline));

    /// <summary>The first line that is more than "By", up to the date that often follows.</summary>
    private static string FirstName(string text)
    {
        var line = text.Split('\n').FirstOrDefault(line => line.Count(char.IsLetter) > 3) ?? "";
        line = line.Split([" / ", " | ", " \u00B7 ", " \u2022 "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var digit = line.AsSpan().IndexOfAnyInRange('0', '9');
        var words = (digit < 0 ? line : line[..digit]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && (WrittenDay.Month(words[^1]) > 0 || words[^1].All(c => !char.IsLetter(c)) || words[^1].EndsWith("day,", StringComparison.Ordinal)))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    /// <summary>The first part of the page's text that fits, with the others directly beside it; comments have authors, too.</summary>
    private static List<string> Texts(PageTree tree, Func<PageNode, bool> accepts, int most)
    {
        var found = new List<string>();
        PageNode? first = null;
        for (var i = 0; i < tree.Nodes.Count && found.Count < most; i++)
        {
            var node = tree.Nodes[i];
            // Pages that lay the author and the day into a box of their own beside the text are common.
            if (node.Rule is not null and not FurnitureWords.Byline && !(node.Rule is "sidebar" && node.Words <= SmallBox))
            {
                i = node.End - 1;
                continue;
            }

            if (node.IsText || node.Words is 0 or > 15 || !accepts(node))
                continue;
            if (first is not null && node.Index - first.Index > 60)
                break;
            first ??= node;
            found.Add(NameIn(tree, node));
            i = node.End - 1;
        }

        return found;
    }

    private static string NameIn(PageTree tree, PageNode node)
    {
        var name = tree.Below(node).FirstOrDefault(inner => inner.ItemProp is "name") ?? node;
        return tree.TextOf(name);
    }
}
