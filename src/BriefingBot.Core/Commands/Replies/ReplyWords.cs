using System.Globalization;
using System.Text;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Days, counts and lines as replies write them.</summary>
internal static class ReplyWords
{
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"3 Mar 2031, 2 days ago"; a day to come stands alone.</summary>
    public static string DayAndAge(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        < 0 => Day(day),
        0 => $"{Day(day)}, today",
        1 => $"{Day(day)}, yesterday",
        < 60 and var days => $"{Day(day)}, {days} days ago",
        < 730 and var days => $"{Day(day)}, {days / 30} months ago",
        var days => $"{Day(day)}, {days / 365} years ago",
    };

    public static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>How a published day was found.</summary>
    public static string? Provenance(DateSource? source) => source switch
    {
        null => null,
        DateSource.JsonLd => "from JSON-LD",
        DateSource.Metadata => "from the page's metadata",
        DateSource.TimeElement => "from the page's time element",
        DateSource.Feed => "from the feed",
        DateSource.Text => "from the text",
        DateSource.TextInferred => "inferred from the text",
        DateSource.Url => "from the address",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>"1 document", "1,400 documents".</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>What is known, joined by middle dots; what is unknown is left out.</summary>
    public static string Dotted(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>One line without control characters, cut at so many UTF-16 code units and never inside a pair.</summary>
    public static string Line(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most) + 1);
        foreach (var c in text)
        {
            var shown = char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c;
            if (shown == ' ' && (line.Length == 0 || line[^1] == ' ')) continue;
            line.Append(shown);
            if (line.Length > most) break;
        }

        if (line.Length <= most) return line.ToString().TrimEnd();
        var end = most - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return line.ToString(0, end).TrimEnd() + "…";
    }
}
