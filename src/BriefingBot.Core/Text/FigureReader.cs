using System.Globalization;

namespace BriefingBot.Core.Text;

/// <summary>Reads a number written in figures: 5,000 and 1.250.000, 3.5, 11th, 1990s.</summary>
internal static class FigureReader
{
    /// <summary>Longer figures are identifiers; shorter ones can be multiplied by any magnitude without overflow.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    private const int LongestFigure = 24;

    /// <returns>Null where the figures belong to a name or are too long to be a number anybody means.</returns>
    public static WrittenNumber? Read(string text, int start)
    {
        if (IsInsideName(text, start))
        {
            return null;
        }

        var end = Grouped(text, start, ',') ?? Grouped(text, start, '.') ?? TextCursor.DigitsEnd(text, start);
        var groups = end;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]) && TextCursor.DigitsEnd(text, end + 1) is var fraction && !IsDotAndDigit(text, fraction)
            && !text.AsSpan(start, end - start).Contains('.'))
        {
            end = fraction;
        }

        if (end - start > LongestFigure || !TryParse(text.AsSpan(start, groups - start), text.AsSpan(groups, end - groups), out var value) || value >= Largest)
        {
            return null;
        }

        return Ending(text, start, end, value);
    }

    private static WrittenNumber? Ending(string text, int start, int end, decimal value)
    {
        var letters = TextCursor.LettersEnd(text, end);
        var suffix = text.AsSpan(end, letters - end);
        return suffix switch
        {
            "" => new WrittenNumber(start, end, value, IsOrdinal: false, IsWords: false),
            "st" or "nd" or "rd" or "th" => new WrittenNumber(start, letters, value, IsOrdinal: true, IsWords: false),
            "s" => new WrittenNumber(start, letters, value, IsOrdinal: false, IsWords: false),
            _ => suffix.Length <= 3 || Magnitudes.Attached(suffix, money: true) > 0 ? new WrittenNumber(start, end, value, IsOrdinal: false, IsWords: false) : null,
        };
    }

    /// <summary>Past groups of three (the Indian two among them); null where there are none.</summary>
    private static int? Grouped(string text, int start, char separator)
    {
        var end = TextCursor.DigitsEnd(text, start);
        if (end - start > 3)
        {
            return null;
        }

        var (groups, last) = (0, 0);
        while (end < text.Length && text[end] == separator && TextCursor.DigitsEnd(text, end + 1) is var next && next - end is 3 or 4)
        {
            (groups, last, end) = (groups + 1, next - end - 1, next);
        }

        // One group after a full stop is a decimal fraction in English.
        return last == 3 && groups >= (separator == ',' ? 1 : 2) ? end : null;
    }

    private static bool TryParse(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out decimal value)
    {
        Span<char> digits = stackalloc char[whole.Length + fraction.Length];
        var length = 0;
        foreach (var character in whole)
        {
            if (char.IsAsciiDigit(character))
            {
                digits[length++] = character;
            }
        }

        fraction.CopyTo(digits[length..]);
        return decimal.TryParse(digits[..(length + fraction.Length)], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsDotAndDigit(string text, int at) => at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]);

    /// <summary>"AK-47": figures that hang on capitals by a hyphen.</summary>
    private static bool IsInsideName(string text, int start) =>
        start >= 2 && text[start - 1] is '-' or '\u2011' && CharClasses.Of(text[start - 2]) == CharClass.Upper;
}
