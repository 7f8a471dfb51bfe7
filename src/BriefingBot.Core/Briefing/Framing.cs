using System.Globalization;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;

namespace BriefingBot.Core.Briefing;

/// <summary>The program's own words around a quote: who carried it, and when.</summary>
internal static class Framing
{
    private const int LongestTitle = 80;

    /// <summary>"Varran Courier, 3 Mar 2031: “…” [1]".</summary>
    public static string Quote(Citation citation)
    {
        var source = Source(citation);
        if (citation.Notice is { Kind: NoticeKind.Retracted }) source = source.Length == 0 ? "retracted since" : $"{source}, retracted since";
        return source.Length == 0 ? $"{Marked(citation.Quote)} [{citation.N}]" : $"{source}: {Marked(citation.Quote)} [{citation.N}]";
    }

    /// <summary>The text between quotation marks; single ones where it begins or ends with marks of its own.</summary>
    public static string Marked(string quote)
    {
        const string own = "“”\"„«»";
        return quote.Length > 0 && (own.Contains(quote[0]) || own.Contains(quote[^1])) ? $"‘{quote}’" : $"“{quote}”";
    }

    /// <summary>Publisher and day; without a publisher the agency, else the title. Empty when nothing is known.</summary>
    public static string Source(Citation citation)
    {
        var who = citation.Publisher ?? citation.Agency ?? Shortened(citation.Title);
        if (citation.Publisher is not null && citation.Agency is not null && !string.Equals(citation.Agency, citation.Publisher, StringComparison.Ordinal))
            who = $"{citation.Publisher} ({citation.Agency})";
        var day = citation.PublishedOn?.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        return (who.Length, day) switch
        {
            (0, null) => "",
            (0, _) => day,
            (_, null) => who,
            _ => $"{who}, {day}",
        };
    }

    /// <summary>One line, cut at a word.</summary>
    private static string Shortened(string title)
    {
        var line = title.ReplaceLineEndings(" ").Trim();
        if (line.Length <= LongestTitle)
            return line;
        var cut = line.LastIndexOf(' ', LongestTitle);
        cut = cut > LongestTitle / 2 ? cut : LongestTitle;
        if (char.IsHighSurrogate(line[cut - 1]))
            cut--;
        return line[..cut].TrimEnd() + "…";
    }
}
