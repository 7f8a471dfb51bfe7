using System.Runtime.InteropServices;
using System.Text;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>A page as lines that rules take away. What they leave keeps its order and its paragraphs.</summary>
internal sealed class TextPage
{
    private readonly List<TextLine> lines = [];

    /// <param name="text">Normalised text.</param>
    public TextPage(ReadOnlySpan<char> text)
    {
        var wrapped = IsWrapped(text);
        var blank = false;
        var paragraph = new StringBuilder();
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].Trim();
            if (wrapped && line.Length > 0 && !blank && paragraph.Length > 0)
            {
                paragraph.Append('\n').Append(line);
                continue;
            }

            if (paragraph.Length > 0) Flush(paragraph);
            if (line.Length == 0)
            {
                blank = true;
                continue;
            }

            AfterBlank = blank;
            blank = false;
            if (wrapped) paragraph.Append(line);
            else lines.Add(new TextLine(line.ToString(), AfterBlank));
        }

        if (paragraph.Length > 0) Flush(paragraph);
    }

    /// <summary>All lines, also those taken away.</summary>
    public IReadOnlyList<TextLine> Lines => lines;

    /// <summary>The lines that stay, in order; a snapshot.</summary>
    public List<TextLine> Kept => lines.FindAll(l => l.Rule is null);

    private bool AfterBlank { get; set; }

    /// <summary>What stays, paragraphs separated by a blank line.</summary>
    public string Text()
    {
        var pieces = new List<string>(lines.Count * 2);
        var gap = false;
        TextLine? last = null;
        foreach (var line in lines)
        {
            // Pages that put every paragraph on a line of its own, without blank lines.
            gap |= line.AfterBlank || (last is { IsProse: true, EndsSentence: true, IsItem: false } && line is { IsProse: true, IsItem: false });
            if (line.Rule is not null)
            {
                // What stood around a removed line never becomes one paragraph.
                gap = true;
                continue;
            }

            if (pieces.Count > 0) pieces.Add(gap ? "\n\n" : "\n");
            pieces.Add(line.Text);
            gap = false;
            last = line;
        }

        return string.Concat(CollectionsMarshal.AsSpan(pieces));
    }

    /// <summary>What was taken, in reading order; neighbours taken by one rule are one part.</summary>
    public List<RemovedPart> Removed()
    {
        var parts = new List<RemovedPart>();
        TextLine? last = null;
        foreach (var line in lines)
        {
            if (line.Rule is { } rule)
            {
                if (last is not null && string.Equals(last.Rule, rule, StringComparison.Ordinal))
                    parts[^1] = parts[^1] with { Text = parts[^1].Text + "\n" + line.Text };
                else
                    parts.Add(new RemovedPart(rule, line.Text));
            }

            last = line;
        }

        return parts;
    }

    private void Flush(StringBuilder paragraph)
    {
        lines.Add(new TextLine(paragraph.ToString(), AfterBlank));
        paragraph.Clear();
    }

    /// <summary>
    /// Whether the text was wrapped at a fixed width (mail, old reports): no line is long, and most lines of
    /// several-line paragraphs are nearly full. Its paragraphs are looked at as a whole.
    /// </summary>
    private static bool IsWrapped(ReadOnlySpan<char> text)
    {
        int longest = 0, previous = 0, inside = 0, full = 0;
        foreach (var range in text.Split('\n'))
        {
            longest = Math.Max(longest, text[range].Trim().Length);
            if (longest > 120) return false;
        }

        if (longest < 45) return false;
        foreach (var range in text.Split('\n'))
        {
            var length = text[range].Trim().Length;
            if (previous > 0 && length > 0)
            {
                inside++;
                if (previous >= longest * 3 / 4) full++;
            }

            previous = length;
        }

        return inside >= 3 && full * 10 >= inside * 7;
    }
}
