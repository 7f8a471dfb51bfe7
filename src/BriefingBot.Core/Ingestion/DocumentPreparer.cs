using System.Security.Cryptography;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion.Cleaning.PlainText;
using BriefingBot.Core.Ingestion.Corrections;
using BriefingBot.Core.Ingestion.Metadata;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>Everything that happens to an item before the library is asked: read, clean, describe, cut. Holds no state.</summary>
internal sealed class DocumentPreparer(IngestionOptions options, TimeProvider time, IReadOnlyList<IDocumentReader> readers)
{
    /// <summary>Never throws for what is wrong with the item: that becomes <see cref="PreparedItem.Failure"/>.</summary>
    /// <param name="item">What was submitted.</param>
    /// <param name="seemsUnchanged">Asked with origin and hash before the costly part; true skips it.</param>
    public PreparedItem Prepare(IngestItem item, Func<IngestItem, string, bool>? seemsUnchanged = null)
    {
        if (item.Source.FetchedUtc == default) item = item with { Source = item.Source with { FetchedUtc = time.GetUtcNow() } };
        if (item.Failure is not null) return new PreparedItem(item, "", null, item.Failure);
        if (item.Source.Bytes.Length > options.MaxItemBytes) return new PreparedItem(item, "", null, TooLarge(item.Source.Origin, item.Source.Bytes.Length, options.MaxItemBytes));
        var hash = Convert.ToHexStringLower(SHA256.HashData(item.Source.Bytes.Span));
        if (seemsUnchanged?.Invoke(item, hash) == true) return new PreparedItem(item, hash, null, null);
        try
        {
            return new PreparedItem(item, hash, Read(item), null);
        }
        catch (UnreadableException unreadable)
        {
            return new PreparedItem(item, hash, null, unreadable.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault of ours on one item; the others go on.
            return new PreparedItem(item, hash, null, $"{item.Source.Origin} could not be read because of a fault in the program ({fault.GetType().Name}: {fault.Message}): please report it.");
        }
    }

    /// <summary>The same, with the bytes packed where they will be kept; a document that was read needs them no more.</summary>
    public PreparedItem PrepareWhole(IngestItem item, Func<IngestItem, string, bool>? seemsUnchanged = null)
    {
        var prepared = Prepare(item, seemsUnchanged);
        if (!options.KeepOriginals || prepared.Document is null) return prepared;
        var source = prepared.Item.Source;
        return prepared with { Item = prepared.Item with { Source = source with { Bytes = default } }, Original = PackedBytes.Of(source.Bytes.Span) };
    }

    /// <param name="what">The origin, or "Standard input".</param>
    /// <param name="bytes">Null where only so much is known that it is more.</param>
    /// <param name="limit">The option's value.</param>
    public static string TooLarge(string what, long? bytes, long limit) =>
        $"{what} has {(bytes is null ? "more" : $"{bytes:N0} bytes, more")} than Ingestion:MaxItemBytes allows ({limit:N0} bytes): split it, or raise the option.";

    private PreparedDocument Read(IngestItem item)
    {
        var read = ReadText(item);
        if (string.IsNullOrWhiteSpace(read.Text)) throw new UnreadableException($"{item.Source.Origin} holds no text.");
        var metadata = GivenMetadata.Mark(TextMetadata.Complete(read.Text, MetadataMerge.Override(read.Metadata, item.Given), item.Source.FetchedUtc), item.Given);
        var passages = PassageCutter.Cut(read.Text, SentenceSplitter.Split(read.Text));
        var terms = IndexedTerms.Of(read.Text, metadata, passages);
        return new PreparedDocument(read.Text, metadata, read.Removed, passages, terms, AcronymPairs.Find(read.Text),
            Fingerprint.Of(read.Text, metadata, terms, options.FindCopies), NoticeFinder.Find(metadata.Title, read.Text, read.Removed));
    }

    private ReadText ReadText(IngestItem item)
    {
        // A row of a labelled set may be a title and nothing else.
        if (item.Source.Bytes.IsEmpty && item.Given is { Title.Length: > 0 } given)
            return new ReadText(TextNormalizer.Normalize(given.Title), new DocumentMetadata { Language = LanguageDetector.Detect(given.Title) }, []);
        var reader = ReaderFor(item.Source);
        if (reader is PlainTextReader) return PlainTextReader.ReadLines(item.Source, item.Given);
        var read = reader.Read(item.Source);
        // The places where pages begin are counted in this very text.
        if (read.Metadata.Pages is not null) return read;
        return PublicationNote.Take(read with { Text = TextNormalizer.Normalize(read.Text).Trim() });
    }

    private IDocumentReader ReaderFor(SourceBytes source)
    {
        foreach (var reader in readers)
        {
            if (reader.CanRead(source)) return reader;
        }

        throw new UnreadableException($"{source.Origin} is of no format this version reads: PDF, Word (.docx), mail, HTML, Markdown and text are.");
    }
}
