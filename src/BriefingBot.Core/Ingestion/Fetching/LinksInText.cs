using System.Buffers;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Links in what a person wrote: bare ones, and ones in the brackets chat programs put around them.</summary>
internal static class LinksInText
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\f\v\0<>\"`|\u00A0\u3000");
    private static readonly SearchValues<string> Begins = SearchValues.Create(["http://", "https://"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Each page once, as written, in the order of the text.</summary>
    /// <param name="text">Any.</param>
    /// <param name="rest">What is left of the text without them.</param>
    public static IReadOnlyList<string> Find(string text, out string rest)
    {
        var links = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new List<string>();
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(Begins) is >= 0 and var found)
        {
            left.Add(text.Substring(at, found));
            var start = at + found;
            var length = text.AsSpan(start).IndexOfAny(Ends);
            var link = Trimmed(text.AsSpan(start, length < 0 ? text.Length - start : length)).ToString();
            at = start + link.Length;
            if (link.Length > "https://".Length && seen.Add(LinkAddress.TryRead(link, out var address, out _) ? LinkAddress.Canonical(address) : link)) links.Add(link);
        }

        left.Add(text[at..]);
        rest = string.Join(' ', left);
        return links;
    }

    /// <summary>Whether the text is links and nothing anybody could have asked.</summary>
    public static bool IsOnlyLinks(string text) => Find(text, out var rest).Count > 0 && !rest.Any(char.IsLetterOrDigit);

    /// <summary>Without the sentence's own marks behind it; a bracket goes unless its partner stands in the link.</summary>
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> link)
    {
        // Counted once, and kept up with what is taken off: a message may be nothing but brackets.
        Span<int> more = [link.Count(')') - link.Count('('), link.Count(']') - link.Count('['), link.Count('}') - link.Count('{')];
        while (link.Length > 0)
        {
            var last = link[^1];
            var bracket = ")]}".IndexOf(last, StringComparison.Ordinal);
            if (bracket >= 0 && more[bracket]-- <= 0) break;
            if (bracket < 0 && last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '~' or '’' or '”' or '»' or '。' or '，')) break;
            link = link[..^1];
        }

        return link;
    }
}
