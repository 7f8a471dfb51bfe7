using BriefingBot.Core.Libraries;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Rendering;

/// <summary>Quotes in their place: what stood before and after, where it came from, and whether that is still so.</summary>
internal static class SourcePage
{
    public static void Write(Page page, Answer answer, IReadOnlyList<Citation> citations, TimeProvider time)
    {
        if (citations.Count == 0) page.Line($"The answer {answer.AnswerId} quotes nothing.");
        foreach (var (index, citation) in citations.Index())
        {
            if (index > 0) page.Blank();
            WriteOne(page, citation, time);
        }
    }

    private static void WriteOne(Page page, Citation citation, TimeProvider time)
    {
        var number = new Span($"[{citation.N}] ", Look.Number, citation.Url);
        if (citation.Quote.Length == 0) page.Line(number, "The quote was removed together with its document.");
        else
        {
            page.Line(
                number,
                citation.Before.Length > 0 ? $"“…{TerminalText.CleanLine(citation.Before)} " : "“",
                new Span(TerminalText.CleanLine(citation.Quote), Look.Strong),
                citation.After.Length > 0 ? $" {TerminalText.CleanLine(citation.After)}…”" : "”");
        }

        page.Indented(4, Phrases.Dotted(
            TerminalText.CleanLine(citation.Title),
            citation.Publisher,
            citation.Agency,
            citation.Byline,
            citation.PublishedOn is { } day ? Words.DayWithProvenance(day, citation.PublishedFrom) : "undated",
            $"fetched {Words.Minute(citation.FetchedUtc, time)}",
            citation.Page is { } leaf ? $"p. {leaf}" : null,
            $"revision {citation.Revision}{State(citation.Status)}"));
        if (CorrectionWords.OfNotice(citation.Notice) is { } notice) page.Indented(4, new Span(TerminalText.CleanLine(notice), Look.Warning));
        if (CorrectionWords.OfPlace(citation.Now, citation.Quote) is { } now) page.Indented(4, new Span(TerminalText.CleanLine(now), Look.Warning));
        if (citation.AlsoCarriedBy.Count > 0) page.Indented(4, $"also carried by {string.Join(", ", citation.AlsoCarriedBy)}");
        page.Indented(4, new Span(Phrases.Dotted(citation.Url ?? citation.Origin, $"document {citation.DocumentId}", $"characters {citation.Start} to {citation.End}"), Look.Quiet, citation.Url));
    }

    private static string State(CitationStatus status) => status switch
    {
        CitationStatus.Superseded => ", changed since: the library holds a newer one",
        CitationStatus.Removed => ", removed from the library since",
        _ => "",
    };
}
