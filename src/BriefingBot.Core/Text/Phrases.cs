using System.Globalization;

namespace BriefingBot.Core.Text;

/// <summary>Days, counts and lists of facts as a reader writes them, the same in replies, in digests and on the command line.</summary>
public static class Phrases
{
    /// <summary>"3 Mar 2031".</summary>
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

    /// <summary>"1 document", "1,400 documents".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for several; null: that for one with an s.</param>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>What is known, joined by middle dots; what is unknown is left out.</summary>
    public static string Dotted(params IEnumerable<string?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
