using BriefingBot.Core.Ingestion.Cleaning.PlainText;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>What a byline says.</summary>
internal sealed record ReadByline(string? Name, string? Agency, DateOnly? Day);

/// <summary>Reads lines such as "By Ana Moreno", "By Ana Moreno, Lissa Wire | March 3, 2031", "(A.Moreno--LWR)".</summary>
internal static class BylineReader
{
    private const int MostWords = 14;

    private static readonly string[] Leads = ["by ", "written by ", "reported by ", "reporting by ", "words by ", "author: ", "authors: ", "por ", "par ", "von ", "di "];

    private static readonly char[] Separators = [',', '|', '-', '–', '—', '·', '•', ':', ' '];

    private static readonly HashSet<string> Particles = new(["and", "de", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "y", "e", "et", "und", "in", "with", "da", "dos", "ter", "ten"], StringComparer.Ordinal);

    private static readonly string[] DayWords = ["Published", "Updated", "Posted", "Last updated", "Publicado", "Publié le", "Veröffentlicht"];

    /// <returns>Null when the line is no byline.</returns>
    public static ReadByline? Read(string line)
    {
        if (line.Length > 160) return null;
        if (Initials(line) is { } initials) return new ReadByline(initials, null, null);
        line = line.Trim('(', ')', '[', ']', '*', '_');
        var lead = Array.Find(Leads, l => line.StartsWith(l, StringComparison.OrdinalIgnoreCase));
        if (lead is null || line.Count(c => c == ' ') > MostWords) return null;
        var (rest, day) = WithoutDay(line[lead.Length..].Split(';')[0].Trim());
        return Named(rest, day);
    }

    /// <summary>"Dana Keel Published March 5, 2031", "LWR | Mar 5, 2031, 09.10 AM": a name beside a day, without "by".</summary>
    public static ReadByline? ReadBesideDay(string line)
    {
        if (line.Length > 120) return null;
        var (rest, day) = WithoutDay(line);
        return day is not null && rest.Count(c => c == ' ') < 4 ? Named(rest, day) : null;
    }

    private static ReadByline? Named(string rest, DateOnly? day)
    {
        var comma = rest.LastIndexOf(", ", StringComparison.Ordinal);
        var agency = comma > 0 && MediaNames.IsMedium(rest[(comma + 2)..]) ? rest[(comma + 2)..] : null;
        if (agency is not null) rest = rest[..comma];
        if (MediaNames.IsAgency(rest)) return new ReadByline(null, rest, day);
        return IsNames(rest) ? new ReadByline(rest, agency, day) : null;
    }

    /// <summary>What stands before the first full date of the line, and that date; the rest of the line is times and updates.</summary>
    private static (string Name, DateOnly? Day) WithoutDay(string text)
    {
        var mention = DateMentions.Find(text).FirstOrDefault(m => m.Date is not null);
        var rest = mention is null ? text : text[..mention.Range.Start];
        rest = rest.Split(" | ")[0].Split(" · ")[0].Split(" • ")[0].Trim(Separators);
        foreach (var word in DayWords)
        {
            if (rest.EndsWith(word, StringComparison.OrdinalIgnoreCase)) rest = rest[..^word.Length].Trim(Separators);
        }

        return (rest, mention?.Date);
    }

    private static bool IsNames(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 10 && !text.EndsWith('.') && char.IsUpper(words[0][0])
            && words.All(w => Particles.Contains(w) || w is "&" || (char.IsUpper(w[0]) && !w.AsSpan().ContainsAnyInRange('0', '9')));
    }

    /// <summary>The writer's initials in brackets at the end, as agencies write them: the name stands before the house's code.</summary>
    private static string? Initials(string line)
    {
        if (line.Length is < 5 or > 40 || line[0] != '(' || line[^1] != ')') return null;
        var inside = line[1..^1];
        var at = inside.IndexOf("--", StringComparison.Ordinal);
        var (name, code) = at > 0 ? (inside[..at], inside[(at + 2)..]) : inside.Split('/', '–', '—') is [var n, var c] ? (n, c) : ("", "");
        return code.Length is >= 2 and <= 6 && code.All(char.IsAsciiLetterUpper) && name.Length is >= 2 and <= 30 && char.IsUpper(name[0]) && name.All(c => char.IsLetter(c) || c is '.' or ' ' or '-')
            ? name.Trim()
            : null;
    }
}
