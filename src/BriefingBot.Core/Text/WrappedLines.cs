namespace BriefingBot.Core.Text;

/// <summary>Tells the end of a heading or a list item from a place where an editor merely wrapped the line.</summary>
internal sealed class WrappedLines(string text)
{
    private const int Narrowest = 45, Widest = 130, Ragged = 28;

    private int paragraphEnd = -1;
    private bool paragraphIsWrapped;

    /// <param name="at">Where the line feed stands.</param>
    /// <param name="sentenceStart">Where the sentence began that the line belongs to.</param>
    public bool EndsSentence(int at, int sentenceStart)
    {
        var last = at - 1;
        while (last >= sentenceStart && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        var next = at + 1;
        while (next < text.Length && text[next] != '\n' && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (last < sentenceStart || next >= text.Length || text[next] == '\n' || BeginsItem(next))
        {
            return true;
        }

        var mark = SentenceEnds.BeforeClosers(text, sentenceStart, last);
        return SentenceEnds.IsTerminator(text[mark])
            ? !(Wrapped(at) && (char.IsLower(text[next]) || SentenceEnds.IsTitleBefore(text, mark)))
            : !char.IsLower(text[next]) && !Wrapped(at);
    }

    /// <summary>Bullets and numbered items begin something new whatever the line before looked like.</summary>
    private bool BeginsItem(int at)
    {
        if (text[at] is '•' or '‣' or '▪' or '●' or '◦' or '·')
        {
            return true;
        }

        if (text[at] is '-' or '*' or '–' or '—' or '+')
        {
            return at + 1 < text.Length && text[at + 1] == ' ';
        }

        var digits = at;
        while (digits < text.Length && digits < at + 3 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > at && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }

    private bool Wrapped(int at)
    {
        if (at > paragraphEnd)
        {
            MeasureParagraph(at);
        }

        return paragraphIsWrapped;
    }

    /// <summary>Wrapped: two full lines or more before the last, none much shorter than another, and one of them going on in lower case.</summary>
    private void MeasureParagraph(int at)
    {
        var lineStart = text.LastIndexOf('\n', at - 1) + 1;
        var (shortest, longest, count, goesOn) = (int.MaxValue, 0, 0, false);
        var end = at;
        while (end >= 0 && end + 1 < text.Length && text[end + 1] != '\n')
        {
            var length = end - lineStart;
            (shortest, longest, count) = (Math.Min(shortest, length), Math.Max(longest, length), count + 1);
            goesOn |= char.IsLower(text[end + 1]);
            lineStart = end + 1;
            end = text.IndexOf('\n', lineStart);
        }

        paragraphEnd = end < 0 ? text.Length : end;
        paragraphIsWrapped = count >= 2 && goesOn && shortest >= Narrowest && longest <= Widest && longest - shortest <= Ragged;
    }
}
