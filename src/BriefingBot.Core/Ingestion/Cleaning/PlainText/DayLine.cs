using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>A line that is a day and nothing else: "Updated 05 Dec, 2031", "Published: March 3, 2031 10:15 am IST", "3 hours ago".</summary>
internal static class DayLine
{
    private const int MostWords = 16;

    private static readonly HashSet<string> Around = new((
        "published|publish|posted|updated|update|last|modified|first|date|on|at|the|of|by|am|pm|a.m|p.m|hrs|hours|hour|h|uhr|utc|gmt|ist|pkt|pst|pdt|est|edt|et|cet|cest|bst|msk|aest|jst|local|time|and|min|mins|minute|minutes|read|ago|day|days|week|weeks|month|months|st|nd|rd|th|issued|created|edited|print|edition"
        + "|publicado|publicada|actualizado|actualizada|el|a|las|de|del|publié|publiée|mis|mise|à|jour|le|veröffentlicht|aktualisiert|am|um|stand|pubblicato|aggiornato|il|em|atualizado|às|опубликовано|обновлено|发布|发布时间|发布于|时间|更新|更新时间|更新于|公開|公開日|更新日").Split('|'),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Zones = new("am|pm|a.m|p.m|utc|gmt|ist|pkt|pst|pdt|est|edt|et|cet|cest|bst|msk|aest|jst".Split('|'), StringComparer.Ordinal);

    /// <summary>Whether the line is only a day, with or without a year, or a time passed since.</summary>
    public static bool IsDay(TextLine line) => Read(line) is not null || IsAgo(line);

    /// <summary>The day the line names, perhaps without its year; null when it is no such line.</summary>
    public static DateMention? Read(TextLine line)
    {
        if (line.Words > MostWords || line.Text.Length > 120 || !line.Text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var mentions = DateMentions.Find(line.Text);
        return mentions.Count is 1 or 2 && OnlyDateWords(line.Text, mentions) ? mentions.FirstOrDefault(m => m is { Day: not null, Month: not null }) : null;
    }

    /// <summary>Whether the line says that the day is one of a change.</summary>
    public static bool IsUpdate(TextLine line) =>
        line.Key.Contains("updat", StringComparison.Ordinal) || line.Key.Contains("modified", StringComparison.Ordinal) || line.Key.Contains("actualiz", StringComparison.Ordinal)
        || line.Key.Contains("mis à jour", StringComparison.Ordinal) || line.Key.Contains("aktualisiert", StringComparison.Ordinal) || line.Key.Contains("更新", StringComparison.Ordinal);

    private static bool OnlyDateWords(string text, IReadOnlyList<DateMention> mentions)
    {
        var at = 0;
        foreach (var mention in mentions)
        {
            if (!OnlyAround(text.AsSpan(at, Math.Max(0, mention.Range.Start - at)))) return false;
            at = mention.Range.End;
        }

        return OnlyAround(text.AsSpan(at));
    }

    private static bool OnlyAround(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(' ', ',', '|', ':', '-', '–', '·', '•', '/', '(', ')', '：', '\n'))
        {
            var word = text[range].Trim('.');
            if (word.Length > 0 && !char.IsAsciiDigit(word[0]) && !Around.Contains(word.ToString().ToLowerInvariant()) && !Zones.Contains(word.ToString().ToLowerInvariant())) return false;
        }

        return true;
    }

    private static bool IsAgo(TextLine line)
    {
        if (line.Words > 6) return false;
        var words = line.Key.Split(' ');
        return words.Length is >= 3 and <= 5 && words[^1] is "ago" && (char.IsAsciiDigit(words[^3][0]) || words[^3] is "a" or "an") && words[^2].TrimEnd('s') is "second" or "sec" or "minute" or "min" or "hour" or "hr" or "day" or "week" or "month" or "year";
    }
}
