using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>
/// Gives a quotation the source's own letters where its words are the source's and only case, apostrophes, dashes, blanks or commas differ; a comma or
/// full stop that the source has not goes behind the closing mark. What differs in a word stays as it is, and is no quotation.
/// </summary>
internal static class QuoteAlignment
{
    private const string Loose = ".,;:";

    /// <param name="passages">Looked at only where something is quoted, and again for each quotation.</param>
    public static string Of(string text, IEnumerable<Evidence> passages)
    {
        foreach (var range in QuotedStrings.Ranges(text).Reverse())
        {
            if (passages.Any(p => p.Whole.Text.Contains(range.Of(text), StringComparison.Ordinal)))
                continue;
            var written = WithoutBracketedLetters(range.Of(text));
            if (passages.Select(p => Aligned(written, p.Whole)).FirstOrDefault(a => a is not null) is not var (quoted, behind))
                continue;
            var close = range.End < text.Length ? text[range.End..(range.End + 1)] : "";
            if (behind.Length > 0 && (close is not [var mark] || !QuotedStrings.Closers.Contains(mark, StringComparison.Ordinal)))
                continue;
            text = text[..range.Start] + quoted + close + behind + text[(range.End + close.Length)..];
        }

        return text;
    }

    /// <summary>"[w]e" is "We" of the source: whoever quotes a part of a sentence marks the letter so.</summary>
    private static string WithoutBracketedLetters(string quoted)
    {
        for (var at = quoted.IndexOf('[', StringComparison.Ordinal); at >= 0; at = quoted.IndexOf('[', at + 1))
        {
            if (at + 3 < quoted.Length && quoted[at + 2] is ']' && char.IsLetter(quoted[at + 1]) && char.IsLetter(quoted[at + 3]) && (at == 0 || !char.IsLetter(quoted[at - 1])))
                quoted = string.Concat(quoted.AsSpan(0, at), quoted.AsSpan(at + 1, 1), quoted.AsSpan(at + 3));
        }

        return quoted;
    }

    private static (string Quoted, string Behind)? Aligned(string quoted, StatedText source)
    {
        var words = StatedText.Parts(quoted).ToList();
        if (words.Count == 0 || words[0].Start > 0)
            return null;
        for (var first = 0; first + words.Count <= source.Words.Count; first++)
        {
            if (!Same(quoted, words, source, first))
                continue;
            var (start, end) = (source.Words[first].Start, source.Words[first + words.Count - 1].End);
            var tail = quoted[words[^1].End..];
            if (source.Text.AsSpan(end).StartsWith(tail, StringComparison.Ordinal))
                return (source.Text[start..(end + tail.Length)], "");
            if (tail.AsSpan().ContainsAnyExcept(Loose))
                continue;
            return (source.Text[start..end], tail);
        }

        return null;
    }

    private static bool Same(string quoted, List<(string Word, int Start, int End)> words, StatedText source, int first)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var theirs = source.Words[first + i];
            if (!string.Equals(Plain(words[i].Word), Plain(theirs.Word), StringComparison.Ordinal))
                return false;
            if (i > 0 && !SameGap(quoted.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End), source.Text.AsSpan(source.Words[first + i - 1].End, theirs.Start - source.Words[first + i - 1].End)))
                return false;
        }

        return true;
    }

    // Blanks, commas and dashes may differ; an end of a sentence, a bracket or another mark may not.
    private static bool SameGap(ReadOnlySpan<char> ours, ReadOnlySpan<char> theirs)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < ours.Length && IsLoose(ours[i]))
                i++;
            while (j < theirs.Length && IsLoose(theirs[j]))
                j++;
            if (i == ours.Length || j == theirs.Length)
                return i == ours.Length && j == theirs.Length;
            if (ours[i++] != theirs[j++])
                return false;
        }
    }

    private static bool IsLoose(char c) => char.IsWhiteSpace(c) || c is ',' or '-' or '–' or '—' or '‑';

    private static string Plain(string word) => word.Replace('’', '\'');
}
