using BriefingBot.Cli.Json;
using BriefingBot.Core.Libraries.Corrections;
using BriefingBot.Core.Text;

namespace BriefingBot.Cli.Rendering;

/// <summary>Documents for a person.</summary>
internal static class DocumentPage
{
    public static void WriteList(Page page, string library, IReadOnlyList<ListedDocument> documents)
    {
        if (documents.Count == 0)
        {
            page.Line($"The library \"{library}\" is empty. Fill it: briefingbot add FOLDER");
            return;
        }

        page.Table(
            ["id", "published", "passages", "publisher", "title"],
            [.. documents.Select(document => (IReadOnlyList<string>)
                [document.DocumentId, document.PublishedOn?.ToString("yyyy-MM-dd") ?? "undated", $"{document.Passages}", document.Publisher ?? "–", document.Notice is { } notice ? $"{notice.ToString().ToUpperInvariant()} {document.Title}" : document.Title])]);
        page.Blank();
        page.Line(new Span($"{Phrases.Count(documents.Count, "document")}, {Phrases.Count(documents.Sum(document => (long)document.Passages), "passage")}", Look.Quiet));
    }

    public static void Write(Page page, OneDocument shown, TimeProvider time)
    {
        var document = shown.Document;
        page.Line(new Span(document.Title, Look.Strong, document.Url));
        Row(page, "publisher", document.Publisher);
        Row(page, "agency", document.Agency);
        Row(page, "byline", document.Byline);
        Row(page, "published", document.PublishedOn is { } day ? Words.DayWithProvenance(day, document.PublishedFrom) : "unknown");
        Row(page, "language", document.Language);
        Row(page, "address", document.Url);
        Row(page, "origin", document.Origin);
        Row(page, "revision", $"{document.Revision}, fetched {Words.Minute(document.FetchedUtc, time)}, added {Words.Minute(document.AddedUtc, time)}");
        foreach (var notice in shown.Notices) Row(page, notice.Kind == NoticeKind.Retracted ? "retracted" : "corrected", TerminalText.CleanLine($"“{notice.Quote}”"));
        foreach (var correction in shown.Corrections)
            Row(page, "changed", $"{Words.Minute(correction.NoticedUtc, time)}, revision {correction.Previous} to {correction.Revision}, {(correction.Kind == CorrectionKind.Changed ? "without a word about it" : correction.Kind.ToString().ToLowerInvariant())}; {Phrases.Count(correction.Answers, "past answer")} touched");
        Row(page, "removed", document.RemovedUtc is { } removed ? Words.Minute(removed, time) : null);
        Row(page, "text", $"{Phrases.Count(document.Characters, "character")} in {Phrases.Count(document.Passages, "passage")}; {Phrases.Count(document.RemovedCharacters, "character")} of furniture left out");
        Row(page, "id", document.DocumentId);
        if (shown.Removed is not { } parts) return;

        page.Blank();
        page.Line(new Span(parts.Count == 0 ? "Nothing was taken out." : "Taken out as furniture", Look.Strong));
        foreach (var part in parts)
        {
            page.Line(new Span($"{part.Rule}:", Look.Quiet));
            page.Indented(2, new Span(part.Text));
        }
    }

    private static void Row(Page page, string name, string? value)
    {
        if (value is not null) page.Hanging(13, 2, name, value);
    }
}
