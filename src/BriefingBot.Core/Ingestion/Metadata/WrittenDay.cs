namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>A published day as it was written, and the instant where an offset stands beside it.</summary>
/// <param name="Day">The day in the offset of the source: never shifted to UTC.</param>
/// <param name="InstantUtc">Null where the source gives no time with an offset.</param>
internal sealed record WrittenDay(DateOnly Day, DateTimeOffset? InstantUtc)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>ISO 8601 and its usual relatives, RFC 1123, "11 Feb 2022", "February 11, 2022", Unix time. Null for anything less than a whole day.</summary>
    public static WrittenDay? Parse(string? text)
    {
        var value = text?.Trim();
        if (value is null or { Length: < 8 or > 64 })
            return null;
        var parsed = FromUnix(value) ?? FromNumbers(value) ?? FromMonthName(value);
        // The zero of Unix time and of other clocks is what an empty field looks like.
        return parsed is null || parsed.Day.Year < 1000 || parsed.Day == new DateOnly(1970, 1, 1) ? null : parsed;
    }

    /// <summary>Null where the numbers are no day of the calendar.</summary>
    public static DateOnly? OnCalendar(int year, int month, int day) =>
        year is >= 1 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>1 to 12 for an English month name or its first three letters; 0 for other words.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length > 9)
            return 0;
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }

        return 0;
    }

    private static WrittenDay? FromUnix(string value)
    {
        if (value.Length is not (10 or 13) || !long.TryParse(value, out var ticks) || ticks < 0)
            return null;
        var instant = value.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(ticks) : DateTimeOffset.FromUnixTimeSeconds(ticks);
        return instant.Year is < 1990 or > 2100 ? null : new WrittenDay(DateOnly.FromDateTime(instant.UtcDateTime), instant);
    }

    private static WrittenDay? FromNumbers(string value)
    {
        var reader = new DigitReader(value);
        if (!reader.Number(4, 4, out var year))
            return null;
        var separated = reader.Skip('-') || reader.Skip('/') || reader.Skip('.');
        if (!reader.Number(separated ? 1 : 2, 2, out var month))
            return null;
        if (separated && !(reader.Skip('-') || reader.Skip('/') || reader.Skip('.')))
            return null;
        if (!reader.Number(separated ? 1 : 2, 2, out var dayNumber) || OnCalendar(year, month, dayNumber) is not { } day)
            return null;
        return new WrittenDay(day, reader.Time(day));
    }

    /// <summary>One month name, one day of the month and one year, in any order that English writes.</summary>
    private static WrittenDay? FromMonthName(string value)
    {
        int month = 0, day = 0, year = 0;
        foreach (var piece in value.Split([' ', ',', '-', '/', '.', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = piece.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
            if (char.IsAsciiLetter(piece[0]))
                month = month == 0 ? Month(piece) : month;
            else if (digits.Length <= 2 && day == 0 && int.TryParse(digits, out var small))
                day = small;
            else if (digits.Length == 4 && year == 0 && int.TryParse(digits, out var large))
                year = large;
        }

        if (OnCalendar(year, month, day) is not { } found)
            return null;
        var instant = DateTimeOffset.TryParseExact(value, "r", null, System.Globalization.DateTimeStyles.AssumeUniversal, out var utc) ? utc : (DateTimeOffset?)null;
        return new WrittenDay(found, instant);
    }
}
