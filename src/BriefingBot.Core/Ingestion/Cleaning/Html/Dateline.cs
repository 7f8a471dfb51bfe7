using BriefingBot.Core.Ingestion.Metadata;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>Lines that only say when and by whom: "By A. Moreno", "3 March 2031, 14:05", "Updated 2 hours ago · 4 min read".</summary>
internal static class Dateline
{
    private const int MaxWords = 18;
    private static readonly string[] Opening = ["by ", "von ", "par ", "por ", "written by ", "posted by "];
    private static readonly HashSet<string> Around = new(StringComparer.OrdinalIgnoreCase)
    {
        "published", "updated", "posted", "last", "modified", "on", "at", "by", "am", "pm", "est", "edt", "gmt", "utc", "bst", "ist", "pst", "pdt", "et", "cet", "min", "mins", "minute", "minutes", "read", "hour", "hours", "ago",
        "first", "date", "time", "uhr", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    };

    public static bool Is(TextLine line)
    {
        if (line.Kind != LineKind.Paragraph || line.Words is 0 or > MaxWords || (line.Text.EndsWith('.') && !line.Text.EndsWith(".m.", StringComparison.OrdinalIgnoreCase)) || line.Text.EndsWith('?') || line.Text.EndsWith('!'))
            return false;
        // "Published in Varran Courier, March 3rd, 2031" names a publisher: whoever reads text for metadata takes that line.
        if (line.Text.Contains("ublished in ", StringComparison.Ordinal) || line.Text.Contains("ppeared ", StringComparison.Ordinal))
            return false;
        var words = line.Text.Split([' ', ',', '\n', '|', '\u00B7', '\u2022', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return IsByline(line.Text, words) || IsDate(words);
    }

    /// <summary>"By" and then nothing but names.</summary>
    private static bool IsByline(string text, string[] words) =>
        Opening.Any(opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) && words.Length is > 1 and <= 10
        && words.Skip(1).All(word => !char.IsLower(word[0]) || word is "and" or "und" or "et" or "y" or "by" or "de" or "van" or "von" or "der" or "la" or "in" or "for");

    /// <summary>Two numbers at least, one of them a year or a time of day, and hardly a word that is not about time.</summary>
    private static bool IsDate(string[] words)
    {
        int numbers = 0, others = 0;
        var anchored = false;
        foreach (var word in words)
        {
            if (char.IsAsciiDigit(word[0]))
            {
                numbers += 1 + word.Count(c => c is '-' or '.' or ':');
                anchored |= word.Contains(':', StringComparison.Ordinal) || (word.Length >= 4 && (word.StartsWith("20", StringComparison.Ordinal) || word.StartsWith("19", StringComparison.Ordinal) || word.EndsWith("20", StringComparison.Ordinal)));
            }
            else if (word.Any(char.IsLetter) && WrittenDay.Month(word) == 0 && !Around.Contains(word.Trim(':', '.')))
            {
                others++;
            }
        }

        return anchored && numbers > 1 && others <= 3;
    }
}
