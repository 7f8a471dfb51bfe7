namespace BriefingBot.Core.Text;

/// <summary>Reads one date that begins at a given place.</summary>
internal sealed class DateReader(string text, int start)
{
    private const int FirstYear = 1000, LastYear = 2999;

    /// <summary>Where a date ended that cannot be (30 February): none of it is looked at again. 0 where there was none.</summary>
    public int Rejected { get; private set; }

    public DateMention? FromWord()
    {
        var end = TextCursor.LettersEnd(text, start);
        var word = text.AsSpan(start, end - start);
        var weekday = CalendarNames.Weekday(word);
        if ((weekday ?? CalendarNames.ShortWeekday(word)) is not { } day)
        {
            return MonthFirst(start, end);
        }

        // "Thursday, August 1", "Fri. 11 Feb": the date itself may follow.
        var next = TextCursor.Gap(text, Skip(end, '.', ','));
        var date = next >= text.Length || next == end ? null
            : char.IsAsciiDigit(text[next]) ? new DateReader(text, next).FromDigits()
            : MonthFirst(next, TextCursor.LettersEnd(text, next));
        return date is { Day: not null } ? date with { Range = new TextRange(start, date.Range.End), Weekday = day }
            : weekday is not null && (char.IsUpper(word[0]) || word.Length > 5) ? new DateMention(new TextRange(start, end), null, null, null, day)
            : null;
    }

    public DateMention? FromDigits()
    {
        var end = TextCursor.DigitsEnd(text, start);
        return (end - start) switch
        {
            4 => FigureDates.YearFirst(text, start, end, Checked) ?? (Rejected > 0 ? null : YearAlone(end)),
            1 or 2 => FigureDates.DayOrMonthFirst(text, start, end, Checked) ?? DayFirst(end),
            _ => null,
        };
    }

    /// <summary>"11 February 2022", "11th of Feb", "11-13 February 2022" (its first day), "11. Februar 2022", "11 de febrero de 2022", "1er janvier".</summary>
    private DateMention? DayFirst(int end)
    {
        var day = TextCursor.Number(text, start, end);
        var at = OrdinalEnd(end);
        if (at == end && at < text.Length && text[at] is '-' or '–' && TextCursor.DigitsEnd(text, at + 1) is var second && second - at is 2 or 3)
        {
            at = OrdinalEnd(second);
        }

        at = at < text.Length && text[at] == '.' ? at + 1 : at;
        var month = at < text.Length && text[at] == '-' ? at + 1 : PastWord(TextCursor.Gap(text, at), "of", "de", "d");
        var monthEnd = TextCursor.LettersEnd(text, month);
        if (month == end || CalendarNames.Month(text.AsSpan(month, monthEnd - month)) is not (> 0 and var number)
            || (TextCursor.Is(text.AsSpan(month, monthEnd - month), "may") && char.IsLower(text[month]) && YearAt(monthEnd, out _) is null))
        {
            return null;
        }

        var close = text[Math.Min(monthEnd, text.Length - 1)] == '.' ? monthEnd + 1 : monthEnd;
        var year = YearAt(close, out var yearEnd);
        return Checked(new TextRange(start, year is null ? monthEnd : yearEnd), year, number, day);
    }

    private DateMention? MonthFirst(int at, int end)
    {
        var word = text.AsSpan(at, end - at);
        var month = CalendarNames.Month(word);
        if (month == 0)
        {
            return null;
        }

        var close = end < text.Length && text[end] == '.' ? end + 1 : end;
        var next = TextCursor.Gap(text, close);
        var digits = TextCursor.DigitsEnd(text, next);
        var day = digits - next is 1 or 2 && next > end ? TextCursor.Number(text, next, digits) : 0;
        var dayEnd = day == 0 ? digits : OrdinalEnd(digits);
        if (day > 0 && EndsWord(dayEnd) && !ContinuesNumber(dayEnd) && (char.IsUpper(word[0]) || !CalendarNames.IsAmbiguous(word)))
        {
            var year = YearAt(PastSecondDay(dayEnd), out var yearEnd);
            return Checked(new TextRange(start, year is null ? dayEnd : yearEnd), year, month, day);
        }

        if (YearAt(close, out var onlyYearEnd) is { } monthYear)
        {
            return new DateMention(new TextRange(at, onlyYearEnd), monthYear, month, null, null);
        }

        return IsMonthAlone(at, word) ? new DateMention(new TextRange(at, end), null, month, null, null) : null;
    }

    private DateMention? YearAlone(int end)
    {
        var year = TextCursor.Number(text, start, end);
        return YearContext.Allows(text, start, end, year) ? new DateMention(new TextRange(start, end), year, null, null, null) : null;
    }

    /// <summary>A bare month is one after a word that dates ("in August"), and only with a capital: "may" and "march" are verbs.</summary>
    private bool IsMonthAlone(int at, ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || (!char.IsUpper(word[0]) && CalendarNames.IsAmbiguous(word)))
        {
            return false;
        }

        var before = TextCursor.WordBefore(text, at);
        return before is "in" or "In" or "since" or "Since" or "by" or "until" or "during" or "last" or "Last" or "this" or "next" or "early" or "late" or "mid" or "from" or "of" or "en" or "im" or "seit" or "depuis" or "desde";
    }

    private DateMention? Checked(TextRange range, int? year, int month, int day)
    {
        // A year that is not written may be a leap year.
        if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2000, month))
        {
            return new DateMention(range, year, month, day, null);
        }

        Rejected = range.End;
        return null;
    }

    /// <summary>A year after a gap, a comma or "de"; null where there is none.</summary>
    private int? YearAt(int at, out int end)
    {
        var next = at < text.Length && text[at] == '-' ? at + 1 : PastWord(TextCursor.Gap(text, Skip(at, ',', ',')), "de", "of", "del");
        end = TextCursor.DigitsEnd(text, next);
        if (next == at || end - next != 4 || !EndsWord(end) || ContinuesNumber(end))
        {
            return null;
        }

        var year = TextCursor.Number(text, next, end);
        return year is >= FirstYear and <= LastYear ? year : null;
    }

    private int PastSecondDay(int at)
    {
        var second = at < text.Length && text[at] is '-' or '–' ? TextCursor.DigitsEnd(text, at + 1) : at;
        return second - at is 2 or 3 ? OrdinalEnd(second) : at;
    }

    private int OrdinalEnd(int at)
    {
        var end = TextCursor.LettersEnd(text, at);
        return text.AsSpan(at, end - at) is "st" or "nd" or "rd" or "th" or "er" or "º" or "ST" or "ND" or "RD" or "TH" ? end : at;
    }

    private int PastWord(int at, params ReadOnlySpan<string> words)
    {
        var end = TextCursor.LettersEnd(text, at);
        foreach (var word in words)
        {
            if (TextCursor.Is(text.AsSpan(at, end - at), word))
            {
                return TextCursor.Gap(text, end);
            }
        }

        return at;
    }

    private int Skip(int at, char first, char second) => at < text.Length && (text[at] == first || text[at] == second) ? at + 1 : at;

    private bool EndsWord(int at) => at >= text.Length || !CharClasses.IsWordPart(text[at]);

    /// <summary>"August 5,000" and "May 5.5" are no days.</summary>
    private bool ContinuesNumber(int at) =>
        (at + 1 < text.Length && text[at] is ',' or '.' or ':' or '/' && char.IsAsciiDigit(text[at + 1])) || (at < text.Length && text[at] == '%');
}
