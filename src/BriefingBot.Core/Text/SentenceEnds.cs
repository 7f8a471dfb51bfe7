namespace BriefingBot.Core.Text;

/// <summary>Whether a mark that can end a sentence ends this one: looks at the word before it and the one after it, never further.</summary>
internal static class SentenceEnds
{
    private const int LongestWord = 24;

    public static bool IsTerminator(char character) => character switch
    {
        '.' or '!' or '?' or '…' => true,
        < '\u0589' => character == '\u203D',
        _ => IsWide(character) || character is '؟' or '۔' or '।' or '॥' or '\u0589' or '።' or '‼' or '⁇' or '⁈' or '⁉',
    };

    /// <summary>Marks of scripts without spaces: the next sentence follows at once.</summary>
    private static bool IsWide(char character) => character is '。' or '！' or '？' or '｡' or '．';

    /// <summary>Past the mark, its repetitions (". . ." too), closing quotes and brackets, and footnote markers.</summary>
    public static int RunEnd(string text, int at, out bool wide)
    {
        wide = false;
        var end = at;
        while (end < text.Length && IsTerminator(text[end]))
        {
            wide |= IsWide(text[end]);
            end++;
            if (end + 1 < text.Length && text[end] == ' ' && text[end - 1] == '.' && text[end + 1] == '.')
            {
                end++;
            }
        }

        var spaced = at > 0 && text[at - 1] == ' ';
        while (end < text.Length)
        {
            var closed = Closer(text, end, spaced);
            if (closed == end)
            {
                break;
            }

            end = closed;
        }

        return end;
    }

    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence began.</param>
    /// <param name="at">The first mark.</param>
    /// <param name="end">What <see cref="RunEnd"/> answered.</param>
    /// <param name="wide">Whether the mark needs no space after it.</param>
    public static bool IsEnd(string text, int start, int at, int end, bool wide)
    {
        var next = end;
        while (next < text.Length && text[next] != '\n' && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (!SentenceScanner.MayBegin(text, next) || next == text.Length || text[next] == '\n')
        {
            // The end of a line has rules of its own.
            return false;
        }

        if (wide || next == end)
        {
            return wide;
        }

        if (char.IsLower(text[next]))
        {
            return StandsAlone(text, at, end);
        }

        if (text[next] is ',' or ';' or ':' or ')' or ']' or '/' or '-' or '–' or '—' or '=')
        {
            return text[next] is '-' or '–' or '—' && StandsAlone(text, at, end);
        }

        return text[at] != '.' || IsRun(text, at) || !Abbreviates(text, start, at, next);
    }

    /// <summary>Back over closing quotes and brackets to the mark they may follow.</summary>
    public static int BeforeClosers(string text, int start, int at)
    {
        while (at > start && IsCloser(text[at]))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether the word before this full stop only ever stands before a name.</summary>
    public static bool IsTitleBefore(string text, int at) =>
        text[at] == '.' && (Abbreviations.IsTitle(WordBefore(text, 0, at)) || IsInitial(WordBefore(text, 0, at)));

    /// <summary>Pre-tokenised text writes " . " between sentences, whatever case the next begins in.</summary>
    private static bool StandsAlone(string text, int at, int end) => at > 0 && text[at - 1] == ' ' && !IsRun(text, at) && end > at;

    private static bool IsRun(string text, int at) =>
        at + 1 < text.Length && (IsTerminator(text[at + 1]) || (text[at + 1] == ' ' && at + 2 < text.Length && text[at + 2] == '.'));

    private static bool Abbreviates(string text, int start, int at, int next)
    {
        var word = WordBefore(text, start, at);
        if (word.IsEmpty)
        {
            return false;
        }

        var follower = WordAt(text, next);
        if (IsListNumber(text, start, at, word) || Abbreviations.IsTitle(word))
        {
            return true;
        }

        if (Abbreviations.StandsBeforeNumber(word) && char.IsAsciiDigit(text[next]))
        {
            return true;
        }

        if (word is "a.m" or "p.m" or "A.M" or "P.M")
        {
            return Abbreviations.FollowsTime(follower) || text[next] == '(';
        }

        return (IsInitial(word) || IsDotted(word) || Abbreviations.IsOther(word) || IsOrdinal(word, follower)) && !Abbreviations.BeginsSentences(follower);
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>U.S, D.C, Ph.D, J.R: short parts with full stops between.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var dot = word.IndexOf('.');
        return dot is 1 or 2 && word.Length <= 8 && char.IsLetter(word[0]) && word.Length - word.LastIndexOf('.') <= 3;
    }

    /// <summary>"1. First item": a number or a letter that begins the sentence counts, it does not end one.</summary>
    private static bool IsListNumber(string text, int start, int at, ReadOnlySpan<char> word)
    {
        if (word.Length > 3 || !(char.IsAsciiDigit(word[0]) || word.Length == 1))
        {
            return false;
        }

        var before = at - word.Length - 1;
        while (before >= start && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before < start;
    }

    /// <summary>German and others write a day as "5." before the month.</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> word, ReadOnlySpan<char> follower) =>
        word.Length <= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && CalendarNames.Month(follower) > 0;

    private static ReadOnlySpan<char> WordBefore(string text, int start, int at)
    {
        var from = at;
        while (from > start && at - from < LongestWord && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        return text.AsSpan(from, at - from).TrimStart('.');
    }

    private static ReadOnlySpan<char> WordAt(string text, int at)
    {
        // A quote that opens the next sentence hides its first word.
        while (at < text.Length && text[at] is '"' or '“' or '‘' or '\'' or '(' or '[')
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < LongestWord && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at);
    }

    private static bool IsCloser(char character) =>
        character is '”' or '’' or '»' or '›' or ')' or ']' or '}' or '"' or '\'' or '」' or '』' or '）' or '》' or '】' or '〉' or '＂' or '］';

    private static int Closer(string text, int at, bool spaced)
    {
        var character = text[at];
        if (IsCloser(character))
        {
            return at + 1;
        }

        if (character == '[')
        {
            return FootnoteEnd(text, at);
        }

        return character == ' ' && spaced ? SpacedCloser(text, at) : at;
    }

    /// <summary>Pre-tokenised text sets closing quotes and brackets apart too: <c>. ' ''</c></summary>
    private static int SpacedCloser(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is '\'' or ')' && end - at <= 2)
        {
            end++;
        }

        return end > at + 1 && (end == text.Length || char.IsWhiteSpace(text[end])) ? end : at;
    }

    private static int FootnoteEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= 4 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > at + 1 && end < text.Length && text[end] == ']' ? end + 1 : at;
    }
}
