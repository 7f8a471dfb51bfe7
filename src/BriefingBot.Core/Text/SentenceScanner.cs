using System.Buffers;
using System.Globalization;

namespace BriefingBot.Core.Text;

/// <summary>The one pass of <see cref="SentenceSplitter"/>: walks over the text, and at each possible end asks <see cref="SentenceEnds"/>.</summary>
internal sealed class SentenceScanner(string text)
{
    private const int LongestAside = 200;

    /// <summary>Characters of a rather short sentence: for fewer sentences than that a list has room from the beginning.</summary>
    private const int ShortSentence = 80;

    private static readonly SearchValues<char> AsciiStops = SearchValues.Create("\n(.!?");
    private static readonly SearchValues<char> OtherStops = SearchValues.Create([.. Enumerable.Range(0x80, 0x10000 - 0x80).Select(code => (char)code).Where(SentenceEnds.IsTerminator)]);

    private readonly List<TextRange> sentences = new((text.Length / ShortSentence) + 4);
    private readonly WrappedLines lines = new(text);
    private int start;

    /// <summary>The closing bracket of the aside we are in; a sentence does not end before it.</summary>
    private int asideEnd = -1;

    /// <summary>Up to here there is no closing bracket: keeps a row of a million opening ones linear.</summary>
    private int noAsideBefore;

    /// <summary>The next places where something may end, of each kind; looked for again once they are passed.</summary>
    private int nextAscii = -1, nextOther = -1;

    public List<TextRange> Scan()
    {
        var at = 0;
        while ((at = Next(at)) < text.Length)
        {
            var character = text[at];
            if (character == '\n')
            {
                at = LineEnd(at);
            }
            else if (character is '(')
            {
                OpenAside(at++);
            }
            else
            {
                at = Terminator(at);
            }
        }

        Cut(text.Length);
        return sentences;
    }

    /// <summary>Where the next line feed, opening bracket or <see cref="SentenceEnds.IsTerminator"/> stands.</summary>
    private int Next(int at)
    {
        // Marks outside ASCII are rare, and none of the two searches is fast when it has to look for the other's too.
        if (nextAscii < at)
        {
            nextAscii = IndexOrEnd(at, AsciiStops);
        }

        if (nextOther < at)
        {
            nextOther = IndexOrEnd(at, OtherStops);
        }

        return Math.Min(nextAscii, nextOther);
    }

    private int IndexOrEnd(int at, SearchValues<char> stops) => text.AsSpan(at).IndexOfAny(stops) is >= 0 and var found ? at + found : text.Length;

    private int LineEnd(int at)
    {
        if (lines.EndsSentence(at, start))
        {
            Cut(at);
        }

        return at + 1;
    }

    private int Terminator(int at)
    {
        var end = SentenceEnds.RunEnd(text, at, out var wide);
        if (end <= asideEnd || !SentenceEnds.IsEnd(text, start, at, end, wide))
        {
            return Math.Max(end, at + 1);
        }

        Cut(end);
        return end;
    }

    private void OpenAside(int at)
    {
        if (at < asideEnd || at < noAsideBefore)
        {
            return;
        }

        var window = text.AsSpan(at, Math.Min(LongestAside, text.Length - at));
        var close = window.IndexOfAny(')', '\n');
        if (close >= 0 && window[close] == ')')
        {
            asideEnd = at + close;
        }
        else
        {
            noAsideBefore = at + (close >= 0 ? close : window.Length);
        }
    }

    private void Cut(int end)
    {
        var from = start;
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        var to = end;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        if (to > from)
        {
            sentences.Add(new TextRange(from, to));
        }

        start = end;
    }

    /// <summary>Whether a sentence may begin here without tearing a character from its marks.</summary>
    public static bool MayBegin(string text, int at) =>
        at >= text.Length || !(char.IsLowSurrogate(text[at]) || text[at] is '\u200D' or '\u200C'
            || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
}
