using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Finds the days a question speaks of. A day written out ("in February 2022") or counted from today ("last month") centres time on itself;
/// it filters only where the question asks for what was published then ("articles from May 2031", "published last week"), since a later report may well
/// tell of an earlier day. A phrase that hangs on an event ("since the embassy attack") stays text.
/// </summary>
internal static class QuestionDateReader
{
    private static readonly HashSet<string> Publications = new(StringComparer.Ordinal)
    {
        "article", "articles", "story", "stories", "coverage", "news", "piece", "pieces", "document", "documents", "published", "reporting", "headlines",
    };

    private static readonly HashSet<string> Between = new(StringComparer.Ordinal)
    {
        "in", "from", "of", "on", "during", "published", "that", "were", "was", "the", "printed", "early", "late",
    };

    private static readonly char[] Breaks = [' ', ',', '?', '!', '.', ';', ':', '\n', '\t', '(', ')'];

    public static QuestionDates Read(string question, DateOnly? today)
    {
        var found = new List<(int Start, int End, DateWindow Window)>();
        foreach (var mention in DateMentions.Find(question))
        {
            if (Window(mention, today) is { } window)
                found.Add((mention.Range.Start, mention.Range.End, window));
        }

        if (today is { } day)
            found.AddRange(RelativeDates.Find(question, day).Select(r => (r.Range.Start, r.Range.End, new DateWindow(r.From, r.To))));
        if (found.Count == 0)
            return QuestionDates.None;
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        var published = found.Find(f => AsksForPublication(question, f.Start));
        var windows = Span(question, found) is { } span ? [span] : found.Select(f => f.Window).ToList();
        return new QuestionDates(windows, published.End > 0 ? (windows.Count == 1 ? windows[0] : published.Window) : null);
    }

    /// <summary>"between March 2023 and March 2024", "from 2 to 5 May 2031": one window over both.</summary>
    private static DateWindow? Span(string question, List<(int Start, int End, DateWindow Window)> found)
    {
        if (found.Count != 2)
            return null;
        var gap = question[Math.Min(found[0].End, found[1].Start)..found[1].Start].Trim();
        if (gap is not ("and" or "to" or "until" or "till" or "-" or "–" or "through") || found[0].Window.From > found[1].Window.To)
            return null;
        return new DateWindow(found[0].Window.From, found[1].Window.To);
    }

    private static bool AsksForPublication(string question, int start)
    {
        var before = question[..start].ToLowerInvariant().Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        for (var i = before.Length - 1; i >= 0 && i >= before.Length - 4; i--)
        {
            if (Publications.Contains(before[i]))
                return true;
            if (!Between.Contains(before[i]))
                return false;
        }

        return false;
    }

    /// <summary>A year, a month or a day. Without a year it is the last one up to today; without today it says nothing.</summary>
    private static DateWindow? Window(DateMention mention, DateOnly? today)
    {
        if (mention.Year is null && (mention.Month is null || today is null))
            return null;
        var year = mention.Year ?? LastYearOf(mention, today!.Value);
        if (year is < 1 or > 9998)
            return null;
        if (mention.Month is not { } month)
            return mention.Day is null ? new DateWindow(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
        if (month is < 1 or > 12)
            return null;
        var days = CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month);
        return mention.Day is { } d && d >= 1 && d <= days
            ? new DateWindow(new DateOnly(year, month, d), new DateOnly(year, month, d))
            : new DateWindow(new DateOnly(year, month, 1), new DateOnly(year, month, days));
    }

    private static int LastYearOf(DateMention mention, DateOnly today) =>
        mention.Month > today.Month || (mention.Month == today.Month && mention.Day > today.Day) ? today.Year - 1 : today.Year;
}
