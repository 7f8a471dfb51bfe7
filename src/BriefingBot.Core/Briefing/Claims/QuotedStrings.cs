using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Finds what stands between quotation marks, in any of the usual pairs.</summary>
internal static class QuotedStrings
{
    /// <summary>Every mark that can close a quotation, whatever opened it.</summary>
    public const string Closers = "”“\"’'»」』‟＂";

    private const string Openers = "“\"«„「『‟＂";

    /// <summary>The quoted strings without their marks, in text order. A mark that is never closed quotes the rest of the text.</summary>
    public static IReadOnlyList<string> Find(string text) => [.. Ranges(text).Select(range => range.Of(text))];

    /// <summary>Where they stand, blanks at their ends left out.</summary>
    public static IReadOnlyList<TextRange> Ranges(string text)
    {
        var found = new List<TextRange>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!Openers.Contains(text[at], StringComparison.Ordinal) && !OpensSingle(text, at))
                continue;
            var close = Close(text, at);
            var (start, end) = (at + 1, close);
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (start < end && char.IsWhiteSpace(text[end - 1]))
                end--;
            if (start < end)
                found.Add(new TextRange(start, end));
            at = close;
        }

        return found;
    }

    /// <summary>Whether every double mark has its partner, so that everybody sees the same quotations.</summary>
    public static bool Balanced(string text)
    {
        char? open = null;
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '＂':
                    open = open is null ? '"' : open is '"' ? null : '!';
                    break;
                case '“' or '„' or '‟' or '«' or '「' or '『':
                    open = open is null ? c : '!';
                    break;
                case '”' or '»' or '」' or '』':
                    open = open is null or '"' ? '!' : null;
                    break;
            }

            if (open is '!')
                return false;
        }

        return open is null;
    }

    private static int Close(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            var closes = text[open] switch
            {
                '“' or '„' or '‟' or '"' or '＂' => text[at] is '”' or '“' or '"' or '‟' or '＂',
                '«' => text[at] is '»',
                '「' => text[at] is '」',
                '『' => text[at] is '』',
                _ => text[at] is '’' or '\'' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])),
            };
            if (closes)
                return at;
        }

        return text.Length;
    }

    // An apostrophe opens a quotation only before a word, and only where a closing one follows a later word: 'so it is', not the '90s.
    private static bool OpensSingle(string text, int at)
    {
        if (text[at] is not ('‘' or '\'') || (at > 0 && char.IsLetterOrDigit(text[at - 1])) || at + 1 >= text.Length || !char.IsLetter(text[at + 1]))
            return false;
        var close = Close(text, at);
        return close < text.Length && text.AsSpan(at, close - at).Contains(' ');
    }
}
