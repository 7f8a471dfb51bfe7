using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BriefingBot.Core.Ingestion.Cleaning.Markdown;

/// <summary>
/// Markdig's links, but what stands in the brackets behind <c>](</c> is looked at first, and no further than a link may go:
/// an address has up to 32 brackets within each other and a title in brackets has none (CommonMark 0.31, 6.3). Markdig
/// itself looks for the end up to the end of the paragraph, from every bracket again.
/// </summary>
internal sealed class BoundedLinks : LinkInlineParser
{
    private const int DeepestBrackets = 32;

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() != '(' || MayEnd(slice.AsSpan()[2..])) return base.Match(processor, ref slice);
        // As if the text ended before the bracket: it may still be a reference.
        var end = slice.End;
        slice.End = slice.Start;
        var found = base.Match(processor, ref slice);
        slice.End = end;
        return found;
    }

    /// <summary>Whether an address and a title may come to an end in this text, which begins behind the bracket.</summary>
    private static bool MayEnd(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyExcept(" \t\n");
        // An address in <> ends with its line.
        if (at < 0 || text[at] == '<') return at >= 0;
        for (var depth = 1; at < text.Length && text[at] > ' '; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0) return true;
            if (depth > DeepestBrackets) return false;
            if (text[at] == '\\') at++;
        }

        var space = at < text.Length ? text[at..].IndexOfAnyExcept(" \t\n") : -1;
        return space >= 0 && (text[at + space] != '(' || text[(at + space + 1)..].IndexOfAny('(', ')') is >= 0 and var bracket && text[at + space + 1 + bracket] == ')');
    }
}
