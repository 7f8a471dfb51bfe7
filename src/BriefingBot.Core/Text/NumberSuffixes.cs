namespace BriefingBot.Core.Text;

/// <summary>Completes a number by what stands around it: sign, magnitude, percent, currency.</summary>
internal static class NumberSuffixes
{
    /// <summary>Above this nothing is multiplied any more.</summary>
    private const decimal Largest = FigureReader.Largest;

    /// <param name="text">The text.</param>
    /// <param name="number">What was read.</param>
    /// <param name="floor">Where the mention before it ended: a currency sign between two numbers belongs to one of them.</param>
    public static NumberMention Complete(string text, WrittenNumber number, int floor)
    {
        if (number.IsOrdinal)
        {
            return new NumberMention(new TextRange(number.Start, number.End), number.Value, NumberUnit.Ordinal, null);
        }

        var (start, currency) = number.IsWords ? (number.Start, null) : CurrencyBefore(text, number.Start, floor);
        var (value, end) = Magnitude(text, number, currency is not null);
        if (PercentEnd(text, end) is { } percent && currency is null)
        {
            start = SignStart(text, start, floor);
            return new NumberMention(new TextRange(start, percent), Signed(text, start, value), NumberUnit.Percent, null);
        }

        if (currency is null && CurrencyAfter(text, end, value != number.Value || number.Value >= Largest, out var close) is { } after)
        {
            (currency, end) = (after, close);
        }

        start = number.IsWords ? start : SignStart(text, start, floor);
        return new NumberMention(new TextRange(start, end), Signed(text, start, value), currency is null ? NumberUnit.None : NumberUnit.Currency, currency);
    }

    private static (decimal Value, int End) Magnitude(string text, WrittenNumber number, bool money)
    {
        var (value, end) = (number.Value, number.End);
        var letters = TextCursor.LettersEnd(text, end);
        if (letters > end && Magnitudes.Attached(text.AsSpan(end, letters - end), money) is > 0 and var attached)
        {
            return (value * attached, letters);
        }

        if (end < text.Length && Magnitudes.OfCharacter(text[end]) is > 0 and var tens)
        {
            return (value * tens, end + 1);
        }

        if (number.IsWords || letters > end)
        {
            return (value, end);
        }

        while (value < Largest)
        {
            var next = end < text.Length && text[end] == '-' ? end + 1 : TextCursor.Gap(text, end);
            letters = TextCursor.WordEnd(text, next);
            if (next == end || Magnitudes.Of(text.AsSpan(next, letters - next)) is not (> 0 and var factor))
            {
                break;
            }

            (value, end) = (value * factor, letters);
        }

        return (value, end);
    }

    private static int? PercentEnd(string text, int end)
    {
        var next = TextCursor.Gap(text, end);
        next = next == end && next < text.Length && text[next] == '-' ? next + 1 : next;
        if (next < text.Length && text[next] is '%' or '％' or '٪')
        {
            return next + 1;
        }

        var close = TextCursor.LettersEnd(text, next);
        var word = text.AsSpan(next, close - next);
        if (next == end)
        {
            return null;
        }

        if (TextCursor.Is(word, "percent") || TextCursor.Is(word, "percentage") || TextCursor.Is(word, "pct") || TextCursor.Is(word, "prozent"))
        {
            return close;
        }

        var second = TextCursor.Gap(text, close);
        var secondEnd = TextCursor.LettersEnd(text, second);
        var pair = secondEnd > second ? text.AsSpan(second, secondEnd - second) : [];
        return (word is "per" or "Per" or "pour" && pair is "cent") || (word is "por" && pair is "ciento") ? secondEnd : null;
    }

    private static (int Start, string? Currency) CurrencyBefore(string text, int start, int floor)
    {
        var at = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        if (at > floor && Currencies.Sign(text[at - 1]) is { } sign)
        {
            var letters = LettersStart(text, at - 1, floor);
            return text[at - 1] == '$' && Currencies.Dollar(text.AsSpan(letters, at - 1 - letters)) is { } dollar ? (letters, dollar) : (at - 1, sign);
        }

        var dot = at > floor && text[at - 1] == '.' ? at - 1 : at;
        var code = LettersStart(text, dot, floor);
        return Currencies.Code(text.AsSpan(code, dot - code)) is { } found ? (code, found) : (start, null);
    }

    private static string? CurrencyAfter(string text, int end, bool large, out int close)
    {
        close = end;
        if (end < text.Length && Currencies.Sign(text[end]) is { } sign && !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
        {
            close = end + 1;
            return sign;
        }

        var next = end < text.Length && text[end] == '-' ? end + 1 : TextCursor.Gap(text, end);
        if (next < text.Length && next > end && text[next] is '€' or '£' && !(next + 1 < text.Length && char.IsAsciiDigit(text[next + 1])))
        {
            close = next + 1;
            return Currencies.Sign(text[next]);
        }

        if (text.AsSpan(end, next - end).Contains('\n'))
        {
            return null;
        }

        var word = TextCursor.WordEnd(text, next);
        var found = next == end ? null : Currencies.Code(text.AsSpan(next, word - next)) ?? Currencies.Named(text.AsSpan(next, word - next), large);
        close = found is null ? end : word;
        return found;
    }

    /// <summary>A minus right before the figure is a sign only where no word or figure stands before it.</summary>
    private static int SignStart(string text, int start, int floor) =>
        start > floor && text[start - 1] is '-' or '−' && (start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] == '(') ? start - 1 : start;

    private static decimal Signed(string text, int start, decimal value) => text[start] is '-' or '−' ? -value : value;

    private static int LettersStart(string text, int end, int floor)
    {
        const int Longest = 4;
        var start = end;
        while (start > floor && end - start < Longest && CharClasses.IsWordPart(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
