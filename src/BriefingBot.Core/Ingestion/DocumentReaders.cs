using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion;

/// <summary>The formats of this version, in the order they are asked; plain text reads what no other does.</summary>
public static class DocumentReaders
{
    /// <summary>One of each; they hold no state.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } = [new PdfReader(), new DocxReader(), new FeedFileReader(), new MailReader(), new HtmlReader(), new MarkdownReader(), new PlainTextReader()];
}
