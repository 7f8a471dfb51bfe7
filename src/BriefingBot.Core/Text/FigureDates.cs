namespace BriefingBot.Core.Text;

/// <summary>Dates in figures alone, and the Chinese and Japanese way with characters between the figures.</summary>
internal static class FigureDates
{
    private const int FirstYear = 1000, LastYear = 2999;

    public delegate DateMention? Check(TextRange range, int? year, int month, int day);

    /// <summary>2022-02-11, 2022/02/11 (ISO 8601 and its neighbours), 2022年2月11日.</summary>
    public static DateMention? YearFirst(string text, int start, int end, Check check)
    {
        var year = TextCursor.Number(text, start, end);
        if (end >= text.Length || year is < FirstYear or > LastYear)
        {
            return null;
        }

        var separator = text[end];
        var month = TextCursor.DigitsEnd(text, end + 1);
        if (separator is not ('-' or '/' or '.' or '年' or '년') || month - end is not (2 or 3) || month >= text.Length)
        {
            return separator is '年' ? new DateMention(new TextRange(start, end + 1), year, null, null, null) : null;
        }

        var monthNumber = TextCursor.Number(text, end + 1, month);
        var day = TextCursor.DigitsEnd(text, month + 1);
        if (separator is '年')
        {
            return text[month] != '月' || monthNumber is < 1 or > 12 ? null
                : day - month is 2 or 3 && day < text.Length && text[day] is '日' or '号' ? check(new TextRange(start, day + 1), year, monthNumber, TextCursor.Number(text, month + 1, day))
                : new DateMention(new TextRange(start, month + 1), year, monthNumber, null, null);
        }

        return text[month] == separator && day - month is 2 or 3
            ? check(new TextRange(start, day), year, monthNumber, TextCursor.Number(text, month + 1, day))
            : null;
    }

    /// <summary>11/25/2022 and 25.11.2022, where only one reading is a date; 2月11日.</summary>
    public static DateMention? DayOrMonthFirst(string text, int start, int end, Check check)
    {
        if (end >= text.Length || text[end] is not ('/' or '.' or '-' or '月'))
        {
            return null;
        }

        var first = TextCursor.Number(text, start, end);
        var secondEnd = TextCursor.DigitsEnd(text, end + 1);
        if (secondEnd - end is not (2 or 3) || secondEnd >= text.Length)
        {
            return null;
        }

        var second = TextCursor.Number(text, end + 1, secondEnd);
        if (text[end] == '月')
        {
            return text[secondEnd] is '日' or '号' ? check(new TextRange(start, secondEnd + 1), null, first, second) : null;
        }

        var yearEnd = TextCursor.DigitsEnd(text, secondEnd + 1);
        if (text[secondEnd] != text[end] || yearEnd - secondEnd != 5 || (yearEnd < text.Length && CharClasses.IsWordPart(text[yearEnd])))
        {
            return null;
        }

        var year = TextCursor.Number(text, secondEnd + 1, yearEnd);
        var range = new TextRange(start, yearEnd);
        return year is < FirstYear or > LastYear ? null
            : first == second || (first > 12 && second <= 12) ? check(range, year, second, first)
            : second > 12 && first <= 12 ? check(range, year, first, second)
            : null;
    }
}
