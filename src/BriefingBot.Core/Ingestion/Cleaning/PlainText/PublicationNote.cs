using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>
/// Takes the line that says where an article appeared out of the text of a web page or Markdown file: their readers know
/// markup, this line is words. Everything else of their text stays as they left it.
/// </summary>
internal static class PublicationNote
{
    public static ReadText Take(ReadText read)
    {
        if (AmongRemoved(read.Removed) is { } gone) return read with { Metadata = MetadataMerge.Merge(read.Metadata, Said(gone)) };
        if (!read.Text.Contains("ublished ", StringComparison.Ordinal) && !read.Text.Contains("ppeared ", StringComparison.Ordinal)) return read;
        var note = PublicationLine.Take(new TextPage(read.Text));
        if (note.Line is not { } line) return read;
        var at = read.Text.LastIndexOf(line.Text, StringComparison.Ordinal);
        if (at < 0) return read;
        var (before, after) = (read.Text[..at].TrimEnd(), read.Text[(at + line.Text.Length)..].TrimStart());
        return read with
        {
            Text = after.Length == 0 ? before : before + "\n\n" + after,
            Metadata = MetadataMerge.Merge(read.Metadata, Said(note)),
            Removed = [.. read.Removed, new RemovedPart(PublicationLine.Rule, line.Text)],
        };
    }

    /// <summary>The reader may have taken the line for a credit already. Where there are several they are of other articles.</summary>
    private static PublicationLine? AmongRemoved(IReadOnlyList<RemovedPart> removed)
    {
        var found = removed.Where(r => r.Text.Length is > 0 and < TextLine.LongestFurniture && !r.Text.Contains('\n', StringComparison.Ordinal))
            .Select(r => PublicationLine.Read(new TextLine(r.Text, afterBlank: true)))
            .OfType<PublicationLine>().Take(2).ToList();
        return found is [var only] ? only : null;
    }

    private static DocumentMetadata Said(PublicationLine note) =>
        new() { Publisher = note.Publisher, PublishedOn = note.Day, PublishedFrom = note.Day is null ? null : DateSource.Text };
}
