namespace BriefingBot.Core.Text;

/// <summary>A phrase that means days counted from the day it is said ("last week").</summary>
/// <param name="Range">Where the phrase stands.</param>
/// <param name="From">The first day meant.</param>
/// <param name="To">The last day meant, inclusive; it may lie after the day of saying ("this month").</param>
public sealed record RelativeDate(TextRange Range, DateOnly From, DateOnly To);

/// <summary>Finds phrases such as "yesterday", "last month", "this year", "in the past 3 days", "two weeks ago". Weeks run from Monday to Sunday.</summary>
public static class RelativeDates
{
    /// <param name="text">A question, or any text.</param>
    /// <param name="today">The day the text was said: an input, never the clock.</param>
    public static IReadOnlyList<RelativeDate> Find(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<RelativeDate>();
        var at = 0;
        while (at < text.Length)
        {
            if (!CharClasses.IsWordPart(text[at]))
            {
                at++;
                continue;
            }

            var date = new RelativeDateReader(text, at, today).Read();
            if (date is not null)
            {
                found.Add(date);
            }

            at = date?.Range.End ?? TextCursor.WordEnd(text, at);
        }

        return found;
    }
}
