using System.Net;
using System.Text;
using BriefingBot.Core.Ingestion.Cleaning.Html;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Core.Ingestion.Cleaning.Markdown;

/// <summary>A Markdown document as plain text: links by their text, pictures gone, markup gone. The parser limits depth, so recursion is safe.</summary>
internal sealed class MarkdownText : IDisposable
{
    private readonly LineBuffer text = new();
    private readonly LineBuffer line = new();
    private readonly List<RemovedPart> removed = [];
    private string? title;
    private bool tight;

    private MarkdownText()
    {
    }

    /// <param name="document">The parsed file, without its front matter.</param>
    /// <param name="givenTitle">The title from outside, "" for none: then the first heading of the first level is the title.</param>
    public static (string Text, string Title, IReadOnlyList<RemovedPart> Removed) Of(MarkdownDocument document, string givenTitle)
    {
        using var writer = new MarkdownText();
        writer.Blocks(document, givenTitle);
        return (TextNormalizer.Normalize(writer.text.Written.ToString()).Trim(), givenTitle.Length > 0 ? givenTitle : writer.title ?? "", writer.removed);
    }

    public void Dispose()
    {
        text.Dispose();
        line.Dispose();
    }

    private void Blocks(ContainerBlock blocks, string givenTitle)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Heading(heading, givenTitle);
                    break;
                case LeafBlock { Inline: { } inline }:
                    Paragraph(Read(inline));
                    break;
                case HtmlBlock html:
                    Paragraph(WithoutTags(html.Lines.ToString()));
                    break;
                case CodeBlock code:
                    Paragraph(code.Lines.ToString().Trim('\n'));
                    break;
                case Table table:
                    foreach (var row in table.OfType<TableRow>())
                        Line(string.Join(" | ", row.OfType<TableCell>().Select(CellText)));
                    tight = false;
                    break;
                case ListBlock list:
                    List(list, givenTitle);
                    break;
                case ContainerBlock container:
                    Blocks(container, givenTitle);
                    break;
            }
        }
    }

    private void Heading(HeadingBlock heading, string givenTitle)
    {
        var words = heading.Inline is null ? "" : Read(heading.Inline).ToString();
        var repeats = givenTitle.Length > 0 && LineRules.SameWords(words, givenTitle);
        if (heading.Level == 1 && title is null && (repeats || givenTitle.Length == 0))
        {
            title = words;
            if (text.Length == 0)
            {
                removed.Add(new RemovedPart("title", words));
                return;
            }
        }

        Paragraph(words);
    }

    private void List(ListBlock list, string givenTitle)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            if (item.FirstOrDefault() is ParagraphBlock { Inline: { } inline })
            {
                Line(Read(inline), "- ");
                item.RemoveAt(0);
            }

            if (item.Count > 0)
                Blocks(item, givenTitle);
        }

        tight = false;
    }

    private void Paragraph(ReadOnlySpan<char> words)
    {
        tight = false;
        Line(words);
        tight = false;
    }

    /// <summary>One line; directly below the last where both are items or rows of one list or table.</summary>
    private void Line(ReadOnlySpan<char> words, string mark = "")
    {
        if (words.IsWhiteSpace() || words is "- ")
            return;
        if (text.Length > 0)
            text.Append(tight ? "\n" : "\n\n");
        text.Append(mark);
        text.Append(words.Trim("\n "));
        tight = true;
    }

    private string CellText(TableCell cell) => string.Join(' ', cell.OfType<LeafBlock>().Where(leaf => leaf.Inline is not null).Select(leaf => Read(leaf.Inline!).ToString()));

    /// <returns>What stands in the buffer until the next is read.</returns>
    private ReadOnlySpan<char> Read(ContainerInline inline)
    {
        line.Clear();
        Append(inline);
        return line.Written.Trim();
    }

    private void Append(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case LiteralInline literal:
                    line.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    line.Append(code.Content);
                    break;
                case AutolinkInline link:
                    line.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    line.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline lineBreak:
                    line.Append(lineBreak.IsHard ? '\n' : ' ');
                    break;
                case ContainerInline inner:
                    Append(inner);
                    break;
            }
        }
    }

    private static string WithoutTags(string html)
    {
        var kept = new StringBuilder();
        var scanner = new MarkupScanner(html);
        var from = 0;
        while (scanner.Next(out var tag))
        {
            // What stands between the tags of a script or a style is passed over by the scanner and is no text.
            if (tag.Start > from && !(tag.Kind == MarkupKind.Close && (tag.Name == HtmlNames.Script || tag.Name == HtmlNames.Style)))
                kept.Append(html, from, tag.Start - from);
            from = tag.End;
        }

        kept.Append(html, from, html.Length - from);
        var words = kept.ToString();
        var comment = words.IndexOf("<!--", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(comment < 0 ? words : words[..comment]).Trim();
    }
}
