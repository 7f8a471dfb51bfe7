namespace BriefingBot.Core.Text;

/// <summary>Reads one relative date that begins at a given word.</summary>
internal sealed class RelativeDateReader(string text, int start, DateOnly today)
{
    private const int MostUnits = 5000;

    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public RelativeDate? Read()
    {
        var end = TextCursor.WordEnd(text, start);
        var word = text.AsSpan(start, end - start).ToString().ToLowerInvariant();
        var next = Word(end, out var nextEnd);
        return word switch
        {
            "today" or "tonight" or "hoy" or "heute" => Days(end, 0, 0),
            "yesterday" or "ayer" or "gestern" or "hier" when word is not "hier" || IsFrench() => Days(end, -1, -1),
            "tomorrow" => Days(end, 1, 1),
            "this" or "current" => next is "morning" or "afternoon" or "evening" ? Days(nextEnd, 0, 0) : Period(next, nextEnd, 0),
            "next" => Period(next, nextEnd, 1),
            "previous" => Period(next, nextEnd, -1),
            "last" or "past" => Last(word, next, nextEnd),
            "letzte" or "letzten" or "letztes" => Period(Translated(next), nextEnd, -1),
            "semana" or "mes" or "año" or "semaine" or "mois" or "année" when next is "pasada" or "pasado" or "dernière" or "dernier" => Period(Translated(word), nextEnd, -1),
            _ => Ago(word, next, nextEnd),
        };
    }

    /// <summary>"last month" is the one before this; "the past month", "the last 30 days" end today.</summary>
    private RelativeDate? Last(string word, string next, int nextEnd)
    {
        if (Count(next) is { } count)
        {
            return Back(count, Word(nextEnd, out var unitEnd), unitEnd);
        }

        if (word is "past" || IsAfterThe())
        {
            return Back(1, next, nextEnd) is { } back && next is not ("day" or "night") ? back : null;
        }

        return next is "night" ? Days(nextEnd, -1, -1) : Period(next, nextEnd, -1);
    }

    private RelativeDate? Ago(string word, string unit, int unitEnd)
    {
        if (Count(word) is not { } count || Word(unitEnd, out var end) is not "ago")
        {
            return null;
        }

        var day = Shift(unit, -count);
        return day is null ? null : Singular(unit) switch
        {
            "day" => new RelativeDate(new TextRange(start, end), day.Value, day.Value),
            "week" => Week(end, day.Value),
            "month" => Month(end, day.Value),
            "year" => Year(end, day.Value.Year),
            _ => null,
        };
    }

    private RelativeDate? Back(int count, string unit, int end) =>
        unit is "hours" or "hour" ? Days(end, -((count + 23) / 24), 0)
        : Shift(unit, -count) is { } from ? new RelativeDate(new TextRange(start, end), from, today) : null;

    private RelativeDate? Period(string unit, int end, int offset)
    {
        if (CalendarNames.Weekday(unit) is { } weekday)
        {
            var days = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
            return Days(end, offset < 0 ? days - 7 : offset > 0 && days == 0 ? 7 : days);
        }

        if (unit.Length >= 3 && CalendarNames.Month(unit) is > 0 and var month)
        {
            var year = today.Year + (offset < 0 && month >= today.Month ? -1 : offset > 0 && month <= today.Month ? 1 : 0);
            return year is < 1 or > 9999 ? null : Month(end, new DateOnly(year, month, 1));
        }

        return Shift(unit, offset) is not { } day ? null : unit switch
        {
            "week" => Week(end, day),
            "month" => Month(end, day),
            "year" => Year(end, day.Year),
            _ => null,
        };
    }

    private RelativeDate? Days(int end, int from, int? to = null) =>
        Plus(from) is { } first && Plus(to ?? from) is { } last ? new RelativeDate(new TextRange(start, end), first, last) : null;

    private RelativeDate Week(int end, DateOnly day)
    {
        var sinceMonday = Math.Min(((int)day.DayOfWeek + 6) % 7, day.DayNumber);
        var monday = day.AddDays(-sinceMonday);
        return new RelativeDate(new TextRange(start, end), monday, monday.AddDays(Math.Min(6, DateOnly.MaxValue.DayNumber - monday.DayNumber)));
    }

    private RelativeDate Month(int end, DateOnly day) =>
        new(new TextRange(start, end), new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private RelativeDate Year(int end, int year) => new(new TextRange(start, end), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private DateOnly? Shift(string unit, int count) => Singular(unit) switch
    {
        "day" => Plus(count),
        "week" => Plus(7 * count),
        "month" => Months(count),
        "year" => Months(12 * count),
        _ => null,
    };

    private DateOnly? Plus(int days) =>
        today.DayNumber + days >= 0 && today.DayNumber + days <= DateOnly.MaxValue.DayNumber ? today.AddDays(days) : null;

    private DateOnly? Months(int count)
    {
        var month = (today.Year * 12) + today.Month - 1 + count;
        return month is < 12 or >= 120_000 ? null : today.AddMonths(count);
    }

    private static string Singular(string unit) => unit is "days" or "weeks" or "months" or "years" ? unit[..^1] : unit;

    private static string Translated(string unit) => unit switch
    {
        "semana" or "semaine" or "woche" => "week",
        "mes" or "mois" or "monat" => "month",
        "año" or "année" or "jahr" => "year",
        _ => unit,
    };

    private static int? Count(string word) =>
        Array.IndexOf(Small, word) is >= 1 and var small ? small
        : word is "a" or "an" ? 1
        : word is "few" ? 3
        : word.Length <= 4 && int.TryParse(word, out var number) && number is > 0 and <= MostUnits ? number : null;

    private bool IsAfterThe() => TextCursor.Is(TextCursor.WordBefore(text, start), "the");

    /// <summary>"hier" is yesterday in French and here in German.</summary>
    private bool IsFrench() => LanguageDetector.Detect(text) is "fr";

    private string Word(int at, out int end)
    {
        const int Longest = 12;
        var next = TextCursor.Gap(text, at);
        end = TextCursor.WordEnd(text, next);
        return next == at || end - next > Longest ? string.Empty : text[next..end].ToLowerInvariant();
    }
}
