namespace BriefingBot.Core.Text;

/// <summary>Tells lines all in capitals, where capitals say nothing, from running text. Looks at a line once, and only when asked.</summary>
internal sealed class ShoutedLines(string text, TextRange range)
{
    private int checkedUpTo = -1;
    private bool isShouted;

    /// <summary>Whether the line a token stands in has no lower-case letter and more than one word.</summary>
    /// <param name="at">Where the token ends; to be asked for in text order.</param>
    public bool Covers(int at)
    {
        if (at > checkedUpTo)
        {
            Check(at);
        }

        return isShouted;
    }

    private void Check(int at)
    {
        var start = text.LastIndexOf('\n', at - 1, at - range.Start) + 1;
        var line = text.AsSpan(Math.Max(start, range.Start)..range.End);
        var length = line[(at - Math.Max(start, range.Start))..].IndexOf('\n');
        checkedUpTo = length < 0 ? range.End : at + length;
        isShouted = IsShouted(text.AsSpan(Math.Max(start, range.Start)..checkedUpTo));
    }

    private static bool IsShouted(ReadOnlySpan<char> line)
    {
        var (words, inWord) = (0, false);
        foreach (var character in line)
        {
            var kind = CharClasses.Of(character);
            if (kind is CharClass.Lower or CharClass.Caseless or CharClass.Spaceless)
            {
                return false;
            }

            // What stands inside U.S. or IS-K makes no second word.
            var part = kind >= CharClass.Mark || (inWord && character is '.' or '-' or '\'' or '’');
            words += part && !inWord ? 1 : 0;
            inWord = part;
        }

        return words > 1;
    }
}
