using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Commands.Replies;

/// <summary>Instants and lines as replies write them; days and counts are <see cref="Text.Phrases"/>.</summary>
internal static class ReplyWords
{
    public static string Minute(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

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
