using System.Text;
using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>What a page shows apart from its menus, block by block.</summary>
internal sealed class PageWords
{
    /// <summary>A gate speaks in short lines; what a longer paragraph says in passing, it says about something.</summary>
    private const int LongestLine = 220;

    private readonly List<(string Text, PagePlace Place)> lines = [];

    /// <summary>Whether an element of the page is called a paywall and is shown.</summary>
    public bool HasWall { get; private set; }

    /// <exception cref="UnreadableException">More than any page holds.</exception>
    public static PageWords Of(string markup, string origin)
    {
        var words = new PageWords();
        var page = PageParser.Parse(markup, origin);
        if (page.Body is { } body) words.Read(PageTree.Build(body));
        PageParser.Release(page);
        return words;
    }

    /// <summary>The lines that say one of these.</summary>
    /// <param name="phrases">Folded.</param>
    /// <param name="farthest">Lines of places beyond this are passed over.</param>
    public IEnumerable<string> Saying(string[] phrases, PagePlace farthest) =>
        lines.Where(line => line.Place <= farthest && Array.Exists(phrases, phrase => line.Text.Contains(phrase, StringComparison.Ordinal))).Select(line => line.Text);

    /// <summary>As phrases are written: small letters, straight apostrophes, single spaces.</summary>
    public static string Folded(string text) => Spaces.Single(text.ToLowerInvariant().Replace('’', '\''));

    private void Read(PageTree tree)
    {
        var count = tree.Nodes.Count;
        var (hidden, places, blocks, ownBlock) = (new bool[count], new PagePlace[count], new StringBuilder?[count], new int[count]);
        foreach (var node in tree.Nodes)
        {
            var (at, up) = (node.Index, node.Parent?.Index ?? 0);
            hidden[at] = hidden[up] || node.Hidden || node.Name is "script" or "style" or "template" or "noscript" or "select" or "textarea";
            places[at] = PlaceOf(node) is var place && place > places[up] ? place : places[up];
            ownBlock[at] = node.Inline ? ownBlock[up] : at;
            HasWall |= !hidden[at] && Array.Exists(node.Tokens, token => token.Contains("paywall", StringComparison.Ordinal) || token.Contains("regwall", StringComparison.Ordinal));
            if (node.Text is not null && !hidden[at]) (blocks[ownBlock[at]] ??= new StringBuilder()).Append(node.Text);
        }

        for (var i = 0; i < count; i++)
        {
            if (blocks[i]?.ToString() is { } text && Line(text) is { Length: > 0 and <= LongestLine } line) lines.Add((line, places[i]));
        }
    }

    private static PagePlace PlaceOf(PageNode node) => node.Name switch
    {
        "nav" or "footer" => PagePlace.Menu,
        "header" when !IsInArticle(node) => PagePlace.Menu,
        "h1" => PagePlace.Headline,
        "aside" => PagePlace.Box,
        _ => node.Role switch { "navigation" or "banner" or "contentinfo" => PagePlace.Menu, "complementary" => PagePlace.Box, _ => PagePlace.Text },
    };

    private static bool IsInArticle(PageNode node)
    {
        for (var up = node.Parent; up is not null; up = up.Parent)
        {
            if (up.Name is "article" or "main") return true;
        }

        return false;
    }

    /// <summary>Folded; "" for what somebody is quoted with.</summary>
    private static string Line(string text) => Folded(text) is var line && line is ['"' or '“' or '„' or '«', ..] ? "" : line;
}
