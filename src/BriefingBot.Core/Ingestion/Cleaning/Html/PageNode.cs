using AngleSharp.Dom;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// An element or a text of a page, in document order. Everything below a node stands between its own place and
/// <see cref="End"/>, so every pass over a page is a loop and no depth can overflow a stack.
/// </summary>
internal sealed class PageNode
{
    public int Index { get; private set; }
    public PageNode? Parent { get; private set; }

    /// <summary>Lower-case element name; "" for text.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The element it stands for; null for text.</summary>
    public IElement? Element { get; private set; }

    /// <summary>The text of a text node; null for an element.</summary>
    public string? Text { get; private set; }

    /// <summary>Lower-case tokens of class and id.</summary>
    public string[] Tokens { get; set; } = [];
    public string Role { get; set; } = "";
    public string ItemProp { get; set; } = "";

    /// <summary>Target of a link, "" where there is none.</summary>
    public string Href { get; set; } = "";
    public bool Hidden { get; set; }
    public bool Inline { get; private set; }

    /// <summary>Whether it is a link to somewhere, or stands in one.</summary>
    public bool InLink { get; set; }

    /// <summary>The innermost element that is no part of a line: itself, or the one it stands in.</summary>
    public PageNode? Block { get; set; }

    /// <summary>One past the last node below this one.</summary>
    public int End { get; set; }

    /// <summary>The rule that takes this node and everything below it out of the article; null while it may stay.</summary>
    public string? Rule { get; set; }

    /// <summary>Words in the whole subtree, in links and outside of them.</summary>
    public int Words { get; set; }
    public int LinkWords { get; set; }

    /// <summary>Words of this block's own lines, without those of blocks inside it.</summary>
    public int OwnWords { get; set; }
    public int OwnLinkWords { get; set; }

    /// <summary>Sentence ends and commas in this block's own lines.</summary>
    public int OwnStops { get; set; }

    /// <summary>Words in running text below, furniture and all.</summary>
    public double Running { get; set; }

    /// <summary>Words in running text below, furniture left out.</summary>
    public double Good { get; set; }

    /// <summary><see cref="Good"/> less what would have to be cut away.</summary>
    public double Score { get; set; }

    public bool IsText => Text is not null;

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;

    /// <summary>Makes a node without content that of an element.</summary>
    public void Begin(int index, IElement element, string name, PageNode? parent, bool inline) =>
        (Index, Element, Name, Parent, Inline) = (index, element, name, parent, inline);

    /// <summary>Makes a node without content that of a text.</summary>
    public void Begin(int index, string text, PageNode parent) =>
        (Index, Text, Parent, Inline, End) = (index, text, parent, true, index + 1);

    /// <summary>Leaves nothing of the page, so that the node can stand for something else.</summary>
    public void Forget()
    {
        (Parent, Element, Text, Rule, Block) = (null, null, null, null, null);
        (Name, Role, ItemProp, Href, Tokens) = ("", "", "", "", []);
        (Hidden, Inline, InLink) = (false, false, false);
        (Index, End, Words, LinkWords, OwnWords, OwnLinkWords, OwnStops) = (0, 0, 0, 0, 0, 0, 0);
        (Running, Good, Score) = (0, 0, 0);
    }

    public bool Contains(PageNode other) => other.Index >= Index && other.Index < End;

    public bool HasRel(string relation) => Element?.GetAttribute("rel") is { } rel && rel.Contains(relation, StringComparison.OrdinalIgnoreCase);

    public bool HasToken(string token) => Array.IndexOf(Tokens, token) >= 0;
}
