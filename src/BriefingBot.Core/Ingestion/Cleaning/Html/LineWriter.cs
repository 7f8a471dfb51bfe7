using System.Buffers;
using System.Text;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// Reads the nodes of a subtree as lines: paragraphs, headings, list items, table rows and code. One loop that knows the
/// innermost open element, so depth costs no stack. A tree has one, since a page is read a dozen times in pieces.
/// </summary>
internal sealed class LineWriter(PageTree tree)
{
    /// <summary>What is no letter of a line but settled or dropped: white space other than a single space, and characters nobody sees.</summary>
    private static readonly SearchValues<char> Unsettled = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => (c != ' ' && char.IsWhiteSpace(c)) || IsUnseen(c))]);

    /// <summary>The lines of which <see cref="TextOf"/> makes a text.</summary>
    private readonly List<TextLine> own = [];

    // What is being read, and where its lines go.
    private List<TextLine> lines = [];
    private LineBuffer buffer = null!;
    private bool all;
    private PageNode? outside;
    private int words;
    private int linkWords;
    private int firstNode = -1;
    private int breaks;
    private bool freshItem;
    private PageNode? open;
    private PageNode? table;
    private PageNode? pre;

    /// <summary>Appends the lines of a subtree, without what rules took out.</summary>
    public void Read(PageNode top, List<TextLine> into) => Walk(top, into, everything: false);

    /// <summary>Everything below a node as one text, a line for each block, what rules took out as well.</summary>
    public string TextOf(PageNode top)
    {
        Walk(top, own, everything: true);
        var text = own switch
        {
            [] => "",
            [var only] => only.Text,
            var several => string.Join('\n', several.Select(line => line.Text)),
        };
        own.Clear();
        return text;
    }

    private void Walk(PageNode top, List<TextLine> into, bool everything)
    {
        using var borrowed = new LineBuffer();
        (lines, buffer, all, outside, open, freshItem) = (into, borrowed, everything, top.Parent, top.Parent, false);
        for (var i = top.Index; i < top.End;)
        {
            while (open != outside && open!.End <= i)
                Leave(open);
            var node = tree.Nodes[i];
            if (!all && node.Rule is not null)
            {
                if (!node.Inline)
                    Flush();
                i = node.End;
                continue;
            }

            if (node.Text is { } text)
                Append(node, text);
            else
                Enter(node);
            i++;
        }

        while (open != outside)
            Leave(open!);
        Flush();
        lines = own;
    }

    private void Enter(PageNode node)
    {
        if (node.Name is "br")
        {
            Break();
            return;
        }

        open = node;
        if (node.Inline)
            return;
        if (table is not null)
        {
            EnterInTable(node);
            return;
        }

        Flush();
        freshItem |= node.Name is "li";
        if (node.Name is "pre")
            pre ??= node;
        if (node.Name is "table" && DataTable.Is(tree, node))
            table = node;
    }

    private void EnterInTable(PageNode node)
    {
        if (node.Name is "tr" or "caption")
            Flush();
        else if (node.Name is "td" or "th" && buffer.Length > 0)
            NextCell();
        else
            Space();
    }

    private void NextCell()
    {
        buffer.TrimEnd();
        buffer.Append(" | ");
    }

    /// <summary>Still open while its last line is written: a heading's line knows that it is one.</summary>
    private void Leave(PageNode node)
    {
        if (!node.Inline)
            Close(node);
        open = node.Parent;
    }

    private void Close(PageNode node)
    {
        if (table is not null && node != table)
        {
            if (node.Name is "tr")
                Flush();
            else
                Space();
            return;
        }

        Flush();
        if (node == table)
            table = null;
        if (node == pre)
            pre = null;
        if (node.Name is "li")
            freshItem = false;
    }

    private void Break()
    {
        if (table is not null)
        {
            Space();
            return;
        }

        if (++breaks > 1 && pre is null)
        {
            Flush();
            return;
        }

        buffer.TrimEnd();
        if (buffer.Length > 0)
            buffer.Append('\n');
    }

    private void Space()
    {
        if (buffer.Length > 0 && buffer.Last is not (' ' or '\n'))
            buffer.Append(' ');
    }

    private void Append(PageNode node, string text)
    {
        var isBlank = string.IsNullOrWhiteSpace(text);
        if (pre is not null)
        {
            buffer.Append(text.ReplaceLineEndings("\n"));
        }
        else
        {
            if (isBlank && breaks > 0)
                return;
            AppendSettled(text);
        }

        if (firstNode < 0 && !isBlank)
            firstNode = node.Index;
        breaks = isBlank ? breaks : 0;
        words += node.Words;
        linkWords += node.LinkWords;
    }

    private void AppendSettled(ReadOnlySpan<char> text)
    {
        // Most text is words with one space between them, which need no look one by one.
        if (text.Length > 0 && !text.ContainsAny(Unsettled) && !text.Contains("  ", StringComparison.Ordinal))
        {
            if (text[0] == ' ')
                Space();
            buffer.Append(text[0] == ' ' ? text[1..] : text);
            return;
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                Space();
            else if (!IsUnseen(c))
                buffer.Append(c);
        }
    }

    private static bool IsUnseen(char c) => c is '\u200B' or '\uFEFF' or '\u00AD';

    private void Flush()
    {
        var text = pre is null
            ? TextNormalizer.Normalize(buffer.Written.Trim().ToString()).Trim().TrimEnd('|').TrimEnd()
            : WithoutGaps(TextNormalizer.Normalize(buffer.Written.ToString())).Trim('\n').TrimEnd();
        if (text.Length > 0)
        {
            var (kind, level) = KindOf();
            lines.Add(new TextLine(Math.Max(firstNode, 0), kind, text, words, linkWords, level));
            freshItem = false;
        }

        buffer.Clear();
        (words, linkWords, firstNode, breaks) = (0, 0, -1, 0);
    }

    /// <summary>One blank line at most: two in a row are no part of any text.</summary>
    private static string WithoutGaps(string code)
    {
        var kept = new StringBuilder(code.Length);
        foreach (var c in code)
        {
            if (c != '\n' || kept.Length < 2 || kept[^1] != '\n' || kept[^2] != '\n')
                kept.Append(c);
        }

        return kept.ToString();
    }

    private (LineKind Kind, int Level) KindOf()
    {
        if (pre is not null)
            return (LineKind.Code, 0);
        if (table is not null)
            return (LineKind.Row, 0);
        for (var node = open; node is not null && node != outside; node = node.Parent)
        {
            if (HtmlNames.IsHeading(node.Name))
                return (LineKind.Heading, node.Name[1] - '0');
            if (!node.Inline && node.Name is not ("div" or "p"))
                break;
        }

        return (freshItem ? LineKind.Item : LineKind.Paragraph, 0);
    }
}
