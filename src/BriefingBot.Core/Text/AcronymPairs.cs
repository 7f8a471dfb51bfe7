namespace BriefingBot.Core.Text;

/// <summary>A long form and the short form the text itself gives for it.</summary>
/// <param name="LongForm">As written.</param>
/// <param name="ShortForm">As written.</param>
/// <param name="LongRange">Where the long form stands.</param>
/// <param name="ShortRange">Where the short form stands.</param>
public sealed record AcronymPair(string LongForm, string ShortForm, TextRange LongRange, TextRange ShortRange);

/// <summary>
/// Finds "Long Form (LF)" and "LF (Long Form)" as A. S. Schwartz and M. A. Hearst do in "A simple algorithm for identifying abbreviation
/// definitions in biomedical text", Pacific Symposium on Biocomputing 8, 2003, pages 451–462: the letters of the short form are matched from the right, the first at the beginning of a word.
/// Narrower than the paper in one thing: a short form has at least two capitals, since news writes asides in brackets that are none.
/// </summary>
public static class AcronymPairs
{
    private const int ShortestForm = 2, LongestForm = 10, LongestAside = 120;

    /// <summary>Pairs in text order; the same pair once for every time the text defines it.</summary>
    public static IReadOnlyList<AcronymPair> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pairs = new List<AcronymPair>();
        for (var open = text.IndexOf('('); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var window = text.AsSpan(open + 1, Math.Min(LongestAside, text.Length - open - 1));
            var close = window.IndexOfAny(')', '(', '\n');
            if (close > 0 && window[close] == ')' && At(text, open, open + 1 + close) is { } pair)
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private static AcronymPair? At(string text, int open, int close)
    {
        var inside = Trim(text, new TextRange(open + 1, FormEnd(text, open + 1, close)));
        if (IsShortForm(text.AsSpan(inside.Start, inside.Length)))
        {
            return LongBefore(text, inside, open) is { } before ? Pair(text, before, inside) : null;
        }

        var shortForm = WordBefore(text, open);
        return shortForm is { } form && IsShortForm(text.AsSpan(form.Start, form.Length))
            && LongStart(text, inside, text.AsSpan(form.Start, form.Length)) == inside.Start
            ? Pair(text, inside, form)
            : null;
    }

    /// <summary>"(IS; also Daesh)" and "(IS, formerly ISIS)": the form ends at the first comma or semicolon.</summary>
    private static int FormEnd(string text, int start, int close) =>
        text.AsSpan(start, close - start).IndexOfAny(',', ';') is > 0 and var comma ? start + comma : close;

    private static bool IsShortForm(ReadOnlySpan<char> form)
    {
        if (form.Length is < ShortestForm or > LongestForm || form.Count(' ') > 1 || !char.IsLetterOrDigit(form[0]))
        {
            return false;
        }

        var capitals = 0;
        foreach (var character in form)
        {
            capitals += char.IsUpper(character) ? 1 : 0;
        }

        return capitals >= 2;
    }

    /// <summary>At most min(|A| + 5, 2·|A|) words before the bracket, in the same line and sentence, are looked at.</summary>
    private static TextRange? LongBefore(string text, TextRange form, int open)
    {
        var end = open;
        while (end > 0 && text[end - 1] is ' ' or '"' or '”' or '’')
        {
            end--;
        }

        var (start, words) = (end, Math.Min(form.Length + 5, form.Length * 2));
        while (start > 0 && words > 0 && open - start < LongestAside * 2 && text[start - 1] is not ('\n' or '(' or ')' or ';'))
        {
            start--;
            words -= text[start] == ' ' ? 1 : 0;
        }

        var range = new TextRange(start, end);
        var from = LongStart(text, range, text.AsSpan(form.Start, form.Length));
        return from < 0 || end - from <= form.Length ? null : new TextRange(from, end);
    }

    /// <summary>The paper's findBestLongForm: where the long form begins, or -1.</summary>
    private static int LongStart(string text, TextRange range, ReadOnlySpan<char> form)
    {
        var at = range.End - 1;
        for (var index = form.Length - 1; index >= 0; index--)
        {
            if (!char.IsLetterOrDigit(form[index]))
            {
                continue;
            }

            var wanted = char.ToLowerInvariant(form[index]);
            while (at >= range.Start && (char.ToLowerInvariant(text[at]) != wanted || (index == 0 && at > range.Start && char.IsLetterOrDigit(text[at - 1]))))
            {
                at--;
            }

            if (at < range.Start)
            {
                return -1;
            }

            at--;
        }

        var start = at + 1;
        return IsWordStart(text, start) && !HoldsWord(text.AsSpan(start, range.End - start), form) ? start : -1;
    }

    private static bool IsWordStart(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    /// <summary>A long form that has the short one as a word explains nothing.</summary>
    private static bool HoldsWord(ReadOnlySpan<char> longForm, ReadOnlySpan<char> form)
    {
        var at = longForm.IndexOf(form);
        return at >= 0 && (at + form.Length == longForm.Length || !char.IsLetterOrDigit(longForm[at + form.Length]));
    }

    private static TextRange? WordBefore(string text, int open)
    {
        var end = open > 0 && text[open - 1] == ' ' ? open - 1 : open;
        var start = end;
        while (start > 0 && end - start <= LongestForm && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '.'))
        {
            start--;
        }

        return start < end ? new TextRange(start, end) : null;
    }

    private static TextRange Trim(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && text[start] is ' ' or '"' or '“' or '‘' or '\'')
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' or '"' or '”' or '’' or '\'')
        {
            end--;
        }

        return new TextRange(start, end);
    }

    private static AcronymPair Pair(string text, TextRange longForm, TextRange shortForm) =>
        new(longForm.Of(text), shortForm.Of(text), longForm, shortForm);
}
