namespace BriefingBot.Core.Text;

/// <summary>Small steps over text that the finders of dates, numbers and names share.</summary>
internal static class TextCursor
{
    private const int WidestGap = 3;

    /// <summary>Past the letters and digits standing here.</summary>
    public static int WordEnd(string text, int at)
    {
        while (at < text.Length && CharClasses.IsWordPart(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Past the letters standing here; digits end it.</summary>
    public static int LettersEnd(string text, int at)
    {
        while (at < text.Length && (CharClasses.IsLetter(text[at]) || CharClasses.Of(text[at]) == CharClass.Mark))
        {
            at++;
        }

        return at;
    }

    public static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Past a gap between words: at most three white spaces, one of them a line feed (wrapped text), never a blank line.</summary>
    public static int Gap(string text, int at)
    {
        var (end, feeds) = (at, 0);
        while (end < text.Length && end - at < WidestGap && char.IsWhiteSpace(text[end]))
        {
            feeds += text[end] == '\n' ? 1 : 0;
            if (feeds > 1)
            {
                return at;
            }

            end++;
        }

        return end;
    }

    /// <summary>Whether a word begins here: the character before is no part of one.</summary>
    public static bool IsWordStart(string text, int at) => at == 0 || !CharClasses.IsWordPart(text[at - 1]);

    /// <summary>The word that ends before this place, over a gap; empty where something else stands there.</summary>
    public static ReadOnlySpan<char> WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && at - end < WidestGap && text[end - 1] is ' ' or '\n')
        {
            end--;
        }

        const int Longest = 24;
        var start = end;
        while (start > 0 && end - start < Longest && CharClasses.IsWordPart(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start, end - start);
    }

    /// <summary>A number of at most nine digits.</summary>
    public static int Number(string text, int start, int end)
    {
        var number = 0;
        for (var at = start; at < end; at++)
        {
            number = (number * 10) + text[at] - '0';
        }

        return number;
    }

    public static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
