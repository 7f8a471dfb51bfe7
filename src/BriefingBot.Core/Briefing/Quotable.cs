namespace BriefingBot.Core.Briefing;

/// <summary>Whether a piece of text is a sentence one may quote as an answer: no headline, no caption, no fragment of a list.</summary>
internal static class Quotable
{
    private const int FewestWords = 4;

    /// <summary>A line without a full stop may still be a sentence when it is this long.</summary>
    private const int LongLine = 16;

    private static readonly string[] Captions = ["photo:", "photo by", "image:", "image credit", "picture:", "caption:", "credit:", "source:", "file photo", "photograph:", "also read:", "read more:", "read also:"];

    public static bool Is(SentenceCandidate sentence)
    {
        var text = sentence.Text.AsSpan().Trim();
        if (text.IsEmpty || sentence.Terms.Count == 0)
            return false;
        if (SameLetters(text, sentence.Revision.Metadata.Title))
            return false;
        foreach (var caption in Captions)
        {
            if (text.StartsWith(caption, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        var ended = Ends(text);
        var words = Words(text);
        if (IsSpaceless(text))
            return ended || text.Length >= LongLine;
        if (words < FewestWords)
            return false;
        return ended || (words >= LongLine && text[^1] != ':');
    }

    /// <summary>A sentence that asks.</summary>
    public static bool Asks(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd("\"”’')]");
        return end.Length > 0 && end[^1] is '?' or '？';
    }

    private static bool Ends(ReadOnlySpan<char> text)
    {
        const string closing = "\"”’'»)* ";
        var end = text.TrimEnd(closing);
        while (end.Length > 0 && end[^1] == ']')
        {
            // A note's number, "[12]", stands behind the full stop; any other bracket closes like a quotation mark.
            var open = end.LastIndexOf('[');
            end = (open >= 0 && end.Length - open <= 6 ? end[..open] : end[..^1]).TrimEnd(closing);
        }

        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or ';' or '؟' or '।';
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inside)
                words++;
            inside = letter || (inside && c is '\'' or '’' or '-' or '.' or ',');
        }

        return words;
    }

    private static bool IsSpaceless(ReadOnlySpan<char> text)
    {
        var wide = 0;
        foreach (var c in text)
        {
            if (c >= '\u2E80' || c is >= '\u0E00' and <= '\u0E7F')
                wide++;
        }

        return wide * 2 > text.Length;
    }

    private static bool SameLetters(ReadOnlySpan<char> text, string title)
    {
        if (title.Length == 0)
            return false;
        var at = 0;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            while (at < title.Length && !char.IsLetterOrDigit(title[at]))
                at++;
            if (at == title.Length || char.ToLowerInvariant(title[at++]) != char.ToLowerInvariant(c))
                return false;
        }

        while (at < title.Length && !char.IsLetterOrDigit(title[at]))
            at++;
        return at == title.Length;
    }
}
