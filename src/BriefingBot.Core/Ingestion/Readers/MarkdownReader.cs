using BriefingBot.Core.Ingestion.Cleaning.Markdown;
using BriefingBot.Core.Ingestion.Metadata;
using Markdig;
using Markdig.Parsers.Inlines;

namespace BriefingBot.Core.Ingestion.Readers;

/// <summary>Markdown files (CommonMark with tables): the front matter is metadata, the first heading of the first level is the title.</summary>
internal sealed class MarkdownReader : IDocumentReader
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdown", ".mkd"];
    private static readonly MarkdownPipeline Pipeline = Bounded(new MarkdownPipelineBuilder().UsePipeTables());

    public bool CanRead(SourceBytes source) => source.HasExtension(Extensions);

    /// <inheritdoc/>
    public ReadText Read(SourceBytes source)
    {
        var markdown = TextLimit.Check(EncodingDetector.Decode(source), source.Origin, TextLimit.MostMarkdown).ReplaceLineEndings("\n");
        var lines = markdown.AsSpan().Count('\n');
        if (lines > TextLimit.MostMarkdownLines)
            throw new UnreadableException($"{source.Origin} holds {lines:N0} lines, more than one Markdown document may have ({TextLimit.MostMarkdownLines:N0}): split it, or give it as plain text.");
        var matter = FrontMatter.Read(markdown);
        var metadata = matter.ToMetadata();
        var (text, title, removed) = Convert(MarkdownShape.Of(markdown[matter.Source.Length..], source.Origin), metadata.Title);
        if (text.Length == 0)
            throw new UnreadableException($"{source.Origin} holds no text: it has only headings, pictures or markup.");
        return new ReadText(text, metadata with { Title = title, Url = metadata.Url ?? source.Url }, removed);
    }

    private static MarkdownPipeline Bounded(MarkdownPipelineBuilder builder)
    {
        builder.InlineParsers.Replace<LinkInlineParser>(new BoundedLinks());
        builder.InlineParsers.Replace<AutolinkInlineParser>(new BoundedTags());
        return builder.Build();
    }

    private static (string Text, string Title, IReadOnlyList<Libraries.RemovedPart> Removed) Convert(string markdown, string title)
    {
        try
        {
            return MarkdownText.Of(Markdown.Parse(markdown, Pipeline), title);
        }
        catch (ArgumentException)
        {
            // Markdig refuses to nest deeper than 128; such a file is read as it stands.
            return (markdown.Trim(), title, []);
        }
    }
}
