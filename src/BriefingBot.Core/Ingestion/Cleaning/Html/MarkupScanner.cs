namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>What stands at one <c>&lt;</c>.</summary>
internal enum MarkupKind { Open, Close, Other }

/// <summary>One tag of the source: its range with both angle brackets, and a case-insensitive hash of its name.</summary>
internal readonly record struct MarkupTag(int Start, int End, MarkupKind Kind, int Name);

/// <summary>
/// Finds tags in one forward pass, without a tree: enough to count depth before a parser pays for it. Comments and the
/// text of scripts and styles are passed over.
/// </summary>
internal ref struct MarkupScanner(ReadOnlySpan<char> markup)
{
    private readonly ReadOnlySpan<char> markup = markup;
    private int at;

    public bool Next(out MarkupTag tag)
    {
        while (at < markup.Length)
        {
            var open = markup[at..].IndexOf('<');
            if (open < 0)
                break;
            at += open;
            if (!TryTag(out tag))
                continue;
            if (tag.Kind == MarkupKind.Open && tag.Name == HtmlNames.Script)
                at = SkipToClosing("</script");
            else if (tag.Kind == MarkupKind.Open && tag.Name == HtmlNames.Style)
                at = SkipToClosing("</style");
            return true;
        }

        tag = default;
        return false;
    }

    private bool TryTag(out MarkupTag tag)
    {
        tag = default;
        var start = at;
        var rest = markup[start..];
        if (rest.StartsWith("<!--"))
        {
            var end = markup[(start + 2)..].IndexOf("-->");
            at = end < 0 ? markup.Length : start + 2 + end;
            return false;
        }

        var close = rest.Length > 1 && rest[1] == '/';
        var name = rest[(close ? 2 : 1)..];
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
        {
            at++;
            return false;
        }

        var length = 1;
        while (length < name.Length && name[length] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f'))
            length++;
        var hash = HtmlNames.Hash(name[..length]);
        at = EndOfTag(start + (close ? 2 : 1) + length);
        tag = new MarkupTag(start, at, close ? MarkupKind.Close : MarkupKind.Open, hash);
        return true;
    }

    /// <summary>Just past the closing bracket; a bracket inside a quoted attribute value does not count.</summary>
    private readonly int EndOfTag(int from)
    {
        for (var i = from; i < markup.Length; i++)
        {
            switch (markup[i])
            {
                case '>':
                    return i + 1;
                case '=':
                    i = AfterValue(i + 1) - 1;
                    break;
            }
        }

        return markup.Length;
    }

    private readonly int AfterValue(int i)
    {
        while (i < markup.Length && char.IsWhiteSpace(markup[i]))
            i++;
        if (i >= markup.Length || markup[i] is not ('"' or '\''))
            return i;
        var end = markup[(i + 1)..].IndexOf(markup[i]);
        return end < 0 ? markup.Length : i + 1 + end + 1;
    }

    /// <summary>By its two marks first, which have no case: scripts are long, and a search that minds no case goes letter by letter.</summary>
    private readonly int SkipToClosing(string tag)
    {
        for (var from = at; markup[from..].IndexOf("</") is >= 0 and var found; from += found + 2)
        {
            if (markup[(from + found)..].StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return from + found;
        }

        return markup.Length;
    }
}
