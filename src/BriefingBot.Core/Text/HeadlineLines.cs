namespace BriefingBot.Core.Text;

/// <summary>Tells lines whose capitals say nothing: all in capitals, or every longer word capitalised as headlines do.</summary>
internal sealed class HeadlineLines(string text)
{
    private const int FewestWords = 6;

    /// <summary>Words up to here ("with", "from") stay small in headlines.</summary>
    private const int SmallWord = 4;

    private readonly ShoutedLines shouted = new(text, new TextRange(0, text.Length));
    private int checkedUpTo = -1;
    private bool isHeadline;

    /// <param name="at">A place in a word; to be asked for in text order.</param>
    public bool Covers(int at)
    {
        if (at >= checkedUpTo)
        {
            var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
            var feed = text.IndexOf('\n', at);
            checkedUpTo = feed < 0 ? text.Length : feed;
            isHeadline = IsHeadline(text.AsSpan(start..checkedUpTo)) || shouted.Covers(checkedUpTo);
        }

        return isHeadline;
    }

    private static bool IsHeadline(ReadOnlySpan<char> line)
    {
        var (words, capitals, at) = (0, 0, 0);
        while (at < line.Length)
        {
            var start = at;
            while (at < line.Length && CharClasses.IsWordPart(line[at]))
            {
                at++;
            }

            if (at - start > SmallWord && CharClasses.Of(line[start]) != CharClass.Upper)
            {
                return false;
            }

            words += at > start ? 1 : 0;
            capitals += at > start && CharClasses.Of(line[start]) == CharClass.Upper ? 1 : 0;
            at++;
        }

        // A sentence of six words without one long small word is rarer than a headline.
        return words >= FewestWords && capitals * 3 >= words * 2 && line.TrimEnd()[^1] is not ('.' or '?' or '!');
    }
}
