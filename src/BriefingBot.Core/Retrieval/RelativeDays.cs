using System.Globalization;

namespace BriefingBot.Core.Retrieval;

/// <summary>"yesterday", "last month", "this week", "the past ten days", "three weeks ago": days counted from today.</summary>
internal static class RelativeDays
{
    private static readonly string[] Counts = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static IEnumerable<(int Start, int End, DateWindow Window)> Find(string text, DateOnly today)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Word;
            var next = i + 1 < words.Count ? words[i + 1] : default;
            var third = i + 2 < words.Count ? words[i + 2] : default;
            if (word is "today" or "yesterday")
            {
                var day = word is "today" ? today : Back(today, 1);
                yield return (words[i].Start, words[i].End, new DateWindow(day, day));
            }
            else if (word is "last" or "this" or "past" or "previous" && Calendar(word, next.Word, today) is { } period)
            {
                yield return (words[i].Start, next.End, period);
            }
            else if (word is "last" or "past" && Count(next.Word) is { } n && Days(third.Word) is { } unit)
            {
                yield return (words[i].Start, third.End, new DateWindow(Back(today, n * unit), today));
            }
            else if (Count(word) is { } m && Days(next.Word) is { } size && third.Word is "ago")
            {
                var day = Back(today, m * size);
                yield return (words[i].Start, third.End, new DateWindow(Back(day, size / 2), Later(day, size / 2, today)));
            }
        }
    }

    private static DateWindow? Calendar(string which, string? unit, DateOnly today)
    {
        var last = which is not "this";
        var monday = Back(today, ((int)today.DayOfWeek + 6) % 7);
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return unit switch
        {
            "week" => last ? new DateWindow(Back(monday, 7), Back(monday, 1)) : new DateWindow(monday, today),
            "month" => last ? new DateWindow(Back(month, 1).AddDays(1 - Back(month, 1).Day), Back(month, 1)) : new DateWindow(month, today),
            "year" => last ? new DateWindow(new DateOnly(Math.Max(1, today.Year - 1), 1, 1), Back(year, 1)) : new DateWindow(year, today),
            _ => null,
        };
    }

    private static int? Count(string? word)
    {
        var index = Array.IndexOf(Counts, word);
        if (index > 0)
            return index;
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 1000 ? n : null;
    }

    private static int? Days(string? unit) => unit switch
    {
        "day" or "days" => 1,
        "week" or "weeks" => 7,
        "month" or "months" => 30,
        "year" or "years" => 365,
        _ => null,
    };

    private static DateOnly Back(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - days));

    private static DateOnly Later(DateOnly day, int days, DateOnly limit) => DateOnly.FromDayNumber(Math.Min(limit.DayNumber, day.DayNumber + days));

    private static List<(string Word, int Start, int End)> Words(string text)
    {
        var words = new List<(string, int, int)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            words.Add((text[start..i].ToLowerInvariant(), start, i));
            start = -1;
        }

        return words;
    }
}
