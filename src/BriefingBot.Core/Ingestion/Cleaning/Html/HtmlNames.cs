using System.Collections.Frozen;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Element names by what they do to the shape of a text.</summary>
internal static class HtmlNames
{
    public static readonly int Script = Hash("script");
    public static readonly int Style = Hash("style");

    /// <summary>Elements that a parser reopens in every later block while they stand unclosed.</summary>
    public static readonly FrozenSet<int> Formatting = Hashes("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    /// <summary>Elements that never hold others, or that the next of their kind closes.</summary>
    public static readonly FrozenSet<int> NeverDeep = Hashes("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "html", "head", "body", "script", "style");

    /// <summary>Elements a closing tag inside them cannot reach past.</summary>
    public static readonly FrozenSet<int> Barriers = Hashes("table", "button", "object", "marquee", "applet", "template", "select");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.Ordinal,
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "math", "meter", "nobr", "q", "rb", "rp", "rt",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "mi", "mn", "mo", "mrow", "msup", "msub", "mfrac", "mtext", "semantics",
    ]);

    private static readonly FrozenSet<string> Silent = FrozenSet.Create(StringComparer.Ordinal,
    [
        "script", "style", "template", "head", "title", "meta", "link", "svg", "canvas", "iframe", "frame", "object", "embed", "applet", "audio", "video", "map", "select", "input", "textarea", "datalist", "progress", "rp",
        "annotation", "annotation-xml",
    ]);

    public static bool IsInline(string name) => Inline.Contains(name);

    /// <summary>Elements whose text no reader of the page sees.</summary>
    public static bool IsSilent(string name) => Silent.Contains(name);

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>The same for any mix of letter case (FNV-1a over lower-cased ASCII).</summary>
    public static int Hash(ReadOnlySpan<char> name)
    {
        var hash = Fnv.Basis32;
        foreach (var c in name)
            hash = Fnv.With(hash, c is >= 'A' and <= 'Z' ? c + 32u : c);
        return unchecked((int)hash);
    }

    private static FrozenSet<int> Hashes(params string[] names) => names.Select(name => Hash(name)).ToFrozenSet();
}
