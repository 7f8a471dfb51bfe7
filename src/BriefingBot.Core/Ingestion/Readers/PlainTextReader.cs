using BriefingBot.Core.Ingestion.Cleaning.PlainText;
using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Reads plain text: the reader of everything that is no other format.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    public bool CanRead(SourceBytes source) => true;

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source) => ReadGiven(source, given: null);

    /// <summary>Reads with metadata known from outside: a given title is looked for in the text, and no other is.</summary>
    /// <exception cref="UnreadableException">No text, more of it than one document may have, or a page that is only furniture.</exception>
    internal static ReadText ReadGiven(SourceBytes source, DocumentMetadata? given)
    {
        var read = ReadLines(source, given);
        return read with { Metadata = TextMetadata.Complete(read.Text, read.Metadata, source.FetchedUtc) };
    }

    /// <summary>The same without what the running text says of itself, for a caller who completes the metadata (<see cref="TextMetadata.Complete"/>) of every format.</summary>
    /// <exception cref="UnreadableException">No text, more of it than one document may have, or a page that is only furniture.</exception>
    internal static ReadText ReadLines(SourceBytes source, DocumentMetadata? given)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var borrowed = EncodingDetector.TryBorrow(source);
        // Most text is as it should be, and what the cleaner leaves of it is another one.
        var text = borrowed is not null && borrowed.Span.Count('\n') < TextLimit.MostLines && TextNormalizer.IsNormal(borrowed.Span) ? borrowed.Span : Normalised(source);
        if (text.IsWhiteSpace()) throw new UnreadableException($"{source.Origin} holds no text, only white space: check that it was saved completely.");
        var clean = TextCleaner.Clean(text, given);
        if (IsFurnitureOnly(clean))
            throw new UnreadableException($"{source.Origin} holds only page furniture ({string.Join(", ", clean.Removed.Select(r => r.Rule).Distinct(StringComparer.Ordinal).Take(4))}) and no article: save the article's own text.");
        return new ReadText(clean.Text, MetadataMerge.Override(clean.Metadata, given), clean.Removed);
    }

    private static ReadOnlySpan<char> Normalised(SourceBytes source) =>
        TextNormalizer.Normalize(TextLimit.CheckLines(TextLimit.Check(EncodingDetector.Decode(source), source.Origin), source.Origin));

    /// <summary>Nothing is left, or most of the page went and no line that is left reads like running text.</summary>
    private static bool IsFurnitureOnly(CleanText clean) =>
        clean.Text.Length == 0
        || (clean.Removed.Sum(r => r.Text.Length) > clean.Text.Length && !clean.Text.Split('\n').Any(l => l.Length > 0 && new TextLine(l, afterBlank: false).IsProse));
}
