namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Live blogs: where several entries each begin with a time of day, the times are part of what is told.</summary>
internal static class LiveEntries
{
    private const int Fewest = 3;
    private const int MostWords = 8;

    /// <summary>Gives the times back that were marked as bylines of an article.</summary>
    public static void Keep(PageTree tree)
    {
        var times = tree.Nodes.Where(node => node.Rule is FurnitureWords.Byline && node.Words is > 0 and <= MostWords && IsClock(tree.TextOf(node))).ToList();
        foreach (var group in times.GroupBy(node => (node.Name, Tokens: string.Join(' ', node.Tokens))).Where(group => group.Count() >= Fewest))
        {
            foreach (var node in group)
                node.Rule = null;
        }
    }

    /// <summary>The lines of a page that are nothing but times of day; none where it is no live blog.</summary>
    public static HashSet<TextLine> Times(IReadOnlyList<TextLine> lines)
    {
        var times = lines.Where(line => line.Words <= MostWords && IsClock(line.Text)).ToHashSet();
        return times.Count >= Fewest ? times : [];
    }

    /// <summary>"10:42", "10.42 am GMT", "10h42", "3 March, 10:42": a time of day and no sentence.</summary>
    private static bool IsClock(string text)
    {
        if (text.Length > 40 || !char.IsAsciiDigit(text[0]))
            return false;
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is ':' or '.' or 'h' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3])))
                return true;
        }

        return false;
    }
}
