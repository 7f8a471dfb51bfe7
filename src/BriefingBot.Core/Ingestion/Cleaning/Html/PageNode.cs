using AngleSharp.Dom;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// An element or a text of a page, in document order. Everything below a node stands between its own place and
/// <see cref="End"/>, so every pass over a page is a loop and no depth can overflow a stack.
/// </summary>
internal sealed class PageNode
{
    public required int Index { get; init; }
    public PageNode? Parent { get; init; }

    /// <summary>Lower-case element name; "" for text.</summary>
    public required string Name { get; init; }

    /// <summary>The element it stands for; null for text.</summary>
    public IElement? Element { get; init; }

    /// <summary>The text of a text node; null for an element.</summary>
    public string? Text { get; init; }

    /// <summary>Lower-case tokens of class and id.</summary>
    public string[] Tokens { get; set; } = [];
    public string Role { get; set; } = "";
    public string ItemProp { get; set; } = "";

    /// <summary>Target of a link, "" where there is none.</summary>
    public string Href { get; set; } = "";
    public bool Hidden { get; set; }
    public bool Inline { get; init; }

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

    /// <summary>Words in running text below, furniture left out.</summary>
    public double Good { get; set; }

    /// <summary><see cref="Good"/> less what would have to be cut away.</summary>
    public double Score { get; set; }

    public bool IsText => Text is not null;

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;

    public bool Contains(PageNode other) => other.Index >= Index && other.Index < End;

    public bool HasRel(string relation) => Element?.GetAttribute("rel") is { } rel && rel.Contains(relation, StringComparison.OrdinalIgnoreCase);

    public bool HasToken(string token) => Array.IndexOf(Tokens, token) >= 0;
}
