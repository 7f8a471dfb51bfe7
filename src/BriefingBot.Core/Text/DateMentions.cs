namespace BriefingBot.Core.Text;

/// <summary>A date as written in text; parts that are not written are null, and nothing is ever inferred.</summary>
/// <param name="Range">Where it is written, the weekday included.</param>
/// <param name="Year">Four digits, 1000 to 2999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month; valid for the month, and for the year where there is one.</param>
/// <param name="Weekday">The weekday as written, whether or not it fits the date.</param>
public sealed record DateMention(TextRange Range, int? Year, int? Month, int? Day, DayOfWeek? Weekday)
{
    /// <summary>The day, where year, month and day are written.</summary>
    public DateOnly? Date => Year is { } year && Month is { } month && Day is { } day ? new DateOnly(year, month, day) : null;
}

/// <summary>
/// Finds dates written out: "February 11th, 2022", "11 Feb 2022", "2022-02-11", "August 2021", "Thursday", "in 2015", "11 de febrero de 2022", "2022年2月11日".
/// Figures such as 11/02/2022 count only where day and month cannot be taken for each other; a date that does not exist is no mention.
/// </summary>
public static class DateMentions
{
    /// <summary>Dates in text order; they do not overlap.</summary>
    public static IReadOnlyList<DateMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new List<DateMention>();
        var at = 0;
        while (at < text.Length)
        {
            if (!CharClasses.IsWordPart(text[at]))
            {
                at++;
                continue;
            }

            var mention = TextCursor.IsWordStart(text, at) ? At(text, at, out var skip) : Nothing(text, at, out skip);
            if (mention is not null)
            {
                mentions.Add(mention);
            }

            at = Math.Max(skip, at + 1);
        }

        return mentions;
    }

    private static DateMention? At(string text, int at, out int skip)
    {
        var reader = new DateReader(text, at);
        var mention = char.IsAsciiDigit(text[at]) ? reader.FromDigits() : reader.FromWord();
        skip = mention?.Range.End ?? (reader.Rejected > at ? reader.Rejected : TextCursor.WordEnd(text, at));
        return mention;
    }

    private static DateMention? Nothing(string text, int at, out int skip)
    {
        skip = TextCursor.WordEnd(text, at);
        return null;
    }
}
