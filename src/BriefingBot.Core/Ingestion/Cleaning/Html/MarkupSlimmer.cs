using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// Takes out of an overlong page what no reader of it sees, before a parser holds it in a tree: scripts but for structured
/// data, styles, comments, and the attributes of tags that carry a picture within them.
/// </summary>
internal static class MarkupSlimmer
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f>");

    private const int LongestTag = 4_000;
    private const int LongestData = 200_000;

    public static string Slim(string markup)
    {
        var kept = new StringBuilder();
        var from = 0;
        var scanner = new MarkupScanner(markup);
        while (scanner.Next(out var tag))
        {
            AppendWithoutComments(kept, markup.AsSpan(from, tag.Start - from));
            var written = markup.AsSpan(tag.Start, tag.End - tag.Start);
            if (written.Length <= LongestTag) kept.Append(written);
            else kept.Append(written[..NameEnd(written)]).Append('>');
            from = tag.End;
            if (tag.Kind != MarkupKind.Open || (tag.Name != HtmlNames.Script && tag.Name != HtmlNames.Style)) continue;
            var end = markup.AsSpan(from).IndexOf(tag.Name == HtmlNames.Script ? "</script" : "</style", StringComparison.OrdinalIgnoreCase);
            var length = end < 0 ? markup.Length - from : end;
            if (length <= LongestData && written.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) kept.Append(markup, from, length);
            from += length;
        }

        AppendWithoutComments(kept, markup.AsSpan(from));
        return kept.ToString();
    }

    private static int NameEnd(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(NameEnds);
        return end < 0 ? tag.Length : end;
    }

    private static void AppendWithoutComments(StringBuilder kept, ReadOnlySpan<char> text)
    {
        for (var start = text.IndexOf("<!--"); start >= 0; start = text.IndexOf("<!--"))
        {
            kept.Append(text[..start]);
            var end = text[(start + 2)..].IndexOf("-->");
            text = end < 0 ? [] : text[(start + end + 5)..];
        }

        kept.Append(text);
    }
}
