namespace BriefingBot.Core.Text;

/// <summary>A token of the text.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="KeyLength">How much of it its form is made of: without the last full stop of "U.S.".</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Next">Where to read on: past a possessive 's.</param>
internal readonly record struct Token(int Start, int KeyLength, int End, int Next);

/// <summary>Where a token ends: the rules for apostrophes, full stops and thousands separators inside words and numbers.</summary>
internal static class TokenReader
{
    /// <param name="text">The text.</param>
    /// <param name="start">Where a part of a word stands.</param>
    /// <param name="end">Nothing is read from here on.</param>
    public static Token Read(string text, int start, int end)
    {
        var at = start;
        while (true)
        {
            at = RunEnd(text, at, end);
            if (at >= end - 1)
            {
                return new Token(start, at - start, at, at);
            }

            switch (text[at])
            {
                case '\'' or '’' or 'ʼ' when CharClasses.IsWordPart(text[at + 1]):
                    if (IsPossessive(text, at, end))
                    {
                        return new Token(start, at - start, at, at + 2);
                    }

                    start = IsElision(text, start, at, end) ? at + 1 : start;
                    at++;
                    continue;
                case '.' when IsDotted(text, start, at, end):
                    return ReadDotted(text, start, at, end);
                case '.' when IsDecimal(text, start, at, end):
                    at++;
                    continue;
                case ',' when GroupsEnd(text, start, at, end) is var groups && groups > at:
                    at = groups;
                    continue;
                default:
                    return new Token(start, at - start, at, at);
            }
        }
    }

    /// <summary>The 's, 'll, 're that pre-tokenised text leaves alone stands for nothing; answers its last character, or the apostrophe.</summary>
    public static int SkipContraction(string text, int at, int start, int end)
    {
        if (at > start && CharClasses.IsWordPart(text[at - 1]))
        {
            return at;
        }

        var close = at + 1;
        while (close < end && close - at <= 3 && char.IsAsciiLetterLower(text[close]))
        {
            close++;
        }

        return text.AsSpan(at + 1, close - at - 1) is "s" or "ll" or "re" or "ve" or "d" or "m" or "t" && (close == end || !CharClasses.IsWordPart(text[close])) ? close - 1 : at;
    }

    private static int RunEnd(string text, int at, int end)
    {
        while (at < end)
        {
            if (CharClasses.IsWordPart(text[at]))
            {
                at++;
            }
            else if (char.IsHighSurrogate(text[at]) && at + 1 < end && CharClasses.At(text, at, out _) >= CharClass.Mark)
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsPossessive(string text, int at, int end) =>
        text[at + 1] is 's' or 'S' && (at + 2 >= end || !CharClasses.IsWordPart(text[at + 2]));

    /// <summary>French and Italian hang their small words on the next: l'accord, d'Italie, qu'il.</summary>
    private static bool IsElision(string text, int start, int at, int end) =>
        at + 2 < end && CharClasses.IsLetter(text[at + 2])
        && ((at - start == 1 && (text[start] | ' ') is 'l' or 'd' or 'j' or 'n' or 's' or 'm' or 't' or 'c')
            || (at - start == 2 && (text[start] | ' ') == 'q' && text[start + 1] == 'u'));

    private static bool IsDotted(string text, int start, int at, int end) =>
        at - start == 1 && CharClasses.IsLetter(text[start]) && IsDotAndLetter(text, at, end);

    private static bool IsDotAndLetter(string text, int at, int end) =>
        at + 1 < end && text[at] == '.' && CharClasses.IsLetter(text[at + 1]) && (at + 2 >= end || !CharClasses.IsWordPart(text[at + 2]));

    private static Token ReadDotted(string text, int start, int at, int end)
    {
        while (IsDotAndLetter(text, at, end))
        {
            at += 2;
        }

        var close = at < end && text[at] == '.' ? at + 1 : at;
        var possessive = close < end - 1 && text[close] is '\'' or '’' && IsPossessive(text, close, end);
        return new Token(start, at - start, close, possessive ? close + 2 : close);
    }

    /// <summary>"3.5", but not "11.02.2022" and not "v2.1".</summary>
    private static bool IsDecimal(string text, int start, int at, int end)
    {
        if (!IsDigit(text[at + 1]) || !AreDigits(text, start, at) || (start > 1 && text[start - 1] == '.' && IsDigit(text[start - 2])))
        {
            return false;
        }

        var close = at + 1;
        while (close < end && IsDigit(text[close]))
        {
            close++;
        }

        return close + 1 >= end || text[close] != '.' || !IsDigit(text[close + 1]);
    }

    /// <summary>Past groups of thousands ("1,250,000", and the Indian "1,25,000"); the comma itself where they are none.</summary>
    private static int GroupsEnd(string text, int start, int at, int end)
    {
        if (!AreDigits(text, start, at) || at - start > 3)
        {
            return at;
        }

        var (close, last) = (at, 0);
        while (close < end && text[close] == ',')
        {
            var size = 0;
            while (close + 1 + size < end && size < 4 && IsDigit(text[close + 1 + size]))
            {
                size++;
            }

            if (size is < 2 or > 3)
            {
                break;
            }

            (close, last) = (close + 1 + size, size);
        }

        return last == 3 ? close : at;
    }

    private static bool AreDigits(string text, int start, int at)
    {
        // A comma may stand among them: groups were read before the decimal point.
        const int Longest = 32;
        if (at == start || at - start > Longest)
        {
            return false;
        }

        foreach (var character in text.AsSpan(start, at - start))
        {
            if (!IsDigit(character) && character != ',')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(char character) => char.IsAsciiDigit(character);
}
