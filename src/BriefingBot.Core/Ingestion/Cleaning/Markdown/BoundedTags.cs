using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BriefingBot.Core.Ingestion.Cleaning.Markdown;

/// <summary>
/// Markdig's tags in a line, but a comment, an instruction or a declaration that is never closed is looked for once in a
/// paragraph, not from every one of its beginnings.
/// </summary>
internal sealed class BoundedTags : AutolinkInlineParser
{
    private static readonly (string Open, string Close)[] Kinds = [("<?", "?>"), ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">")];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice) => IsClosed(processor, slice) && base.Match(processor, ref slice);

    private bool IsClosed(InlineProcessor processor, StringSlice slice)
    {
        if (slice.PeekChar() is not ('?' or '!')) return true;
        var text = slice.AsSpan();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            if (!text.StartsWith(Kinds[kind].Open, StringComparison.Ordinal)) continue;
            if (processor.ParserStates[Index] is not Unclosed known || known.Text != (object)slice.Text || known.End != slice.End)
                processor.ParserStates[Index] = known = new Unclosed(slice.Text, slice.End);
            if (known.Kinds[kind]) return false;
            known.Kinds[kind] = text.IndexOf(Kinds[kind].Close, StringComparison.Ordinal) < 0;
            return !known.Kinds[kind];
        }

        return true;
    }

    /// <summary>Of one paragraph: which kinds are not closed again from here on.</summary>
    private sealed record Unclosed(string Text, int End)
    {
        public bool[] Kinds { get; } = new bool[BoundedTags.Kinds.Length];
    }
}
