using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion;

/// <summary>The formats of this version, in the order they are asked; plain text reads what no other does.</summary>
public static class DocumentReaders
{
    /// <summary>One of each; they hold no state.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } = [new HtmlReader(), new MarkdownReader(), new PlainTextReader()];
}
