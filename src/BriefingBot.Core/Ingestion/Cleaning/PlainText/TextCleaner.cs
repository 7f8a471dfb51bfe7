using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Plain text without its page furniture, with the metadata its lines gave away.</summary>
/// <param name="Text">Empty where nothing of an article is left.</param>
/// <param name="Metadata">What lines of the page said; what the running text says is not in it yet.</param>
/// <param name="Removed">Everything that stood on the page and not in <paramref name="Text"/>, in reading order.</param>
internal sealed record CleanText(string Text, DocumentMetadata Metadata, IReadOnlyList<RemovedPart> Removed);

/// <summary>
/// Takes page furniture out of plain text, line by line, with a named rule for each kind. In doubt a line stays: what
/// carries an article's sentences is never taken, a text of a single line is never looked at.
/// </summary>
internal static class TextCleaner
{
    /// <summary>No article has more lines; a file of more is data and stays as it is.</summary>
    private const int MostLines = 20_000;

    /// <param name="text">Normalised text.</param>
    /// <param name="given">Metadata known from outside; null when none are.</param>
    public static CleanText Clean(ReadOnlySpan<char> text, DocumentMetadata? given)
    {
        if (text.Count('\n') is 0 or > MostLines) return new CleanText(text.Trim().ToString(), new DocumentMetadata(), []);
        var page = new TextPage(text);
        HeadNavigation.Apply(page);
        MarketFigures.Apply(page);
        var publication = PublicationLine.Take(page);
        PhraseLines.Apply(page);
        PhotoCredits.Apply(page);
        TeaserLines.Apply(page, bare: false);
        var title = TitleLines.Take(page, given?.Title ?? "");
        TailSections.Apply(page, publication.Line);
        TeaserLines.Apply(page, bare: true);
        var credits = CreditLines.Take(page);
        var metadata = MetadataMerge.Merge(
            new DocumentMetadata { Title = title.Title, Publisher = publication.Publisher ?? credits.Publisher ?? title.Publisher, Agency = credits.Agency, Byline = credits.Byline },
            Published(publication.Day ?? credits.PublishedOn));
        return new CleanText(page.Text(), metadata, page.Removed());
    }

    private static DocumentMetadata? Published(DateOnly? day) => day is null ? null : new DocumentMetadata { PublishedOn = day, PublishedFrom = DateSource.Text };
}
