using System.Runtime.InteropServices;
using System.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>
/// Keeps hostile nesting away from the parser, whose cost grows with the square of the depth, and whose reopened
/// formatting elements multiply. Only tags are taken out, never text; a page of ordinary shape passes unchanged.
/// </summary>
internal static class MarkupFlattener
{
    /// <summary>The depth at which browsers, too, stop nesting.</summary>
    public const int MaxDepth = 400;

    /// <summary>Opening and closing: ten times what a long report with all its tables has.</summary>
    public const int MaxTags = 400_000;

    private const int MaxFormatting = 64;
    private const long MaxReopened = 4_000_000;

    /// <returns>Null when there are more tags than any page of text holds.</returns>
    public static string? Flatten(string markup)
    {
        var shape = Measure(markup);
        return shape.Tags > MaxTags ? null : shape.IsFlat ? markup : Rewrite(markup);
    }

    /// <summary>Whether <see cref="Flatten"/> would leave it as it is.</summary>
    public static bool IsFlat(ReadOnlySpan<char> markup) => Measure(markup) is { Tags: <= MaxTags, IsFlat: true };

    private readonly record struct Shape(int Tags, int Depth, int Formatting)
    {
        public bool IsFlat => Depth <= MaxDepth && Formatting <= MaxFormatting && (long)Formatting * Tags <= MaxReopened;
    }

    private static Shape Measure(ReadOnlySpan<char> markup)
    {
        int tags = 0, depth = 0, formatting = 0, openFormatting = 0;
        var open = new List<int>();
        var unclosed = new Dictionary<int, int>();
        var scanner = new MarkupScanner(markup);
        while (scanner.Next(out var tag) && ++tags <= MaxTags)
        {
            if (HtmlNames.Formatting.Contains(tag.Name))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(unclosed, tag.Name, out _);
                var step = tag.Kind == MarkupKind.Open ? 1 : count > 0 ? -1 : 0;
                count += step;
                openFormatting += step;
                formatting = Math.Max(formatting, openFormatting);
            }
            else if (!HtmlNames.NeverDeep.Contains(tag.Name))
            {
                Step(open, tag, MaxDepth + 1);
                depth = Math.Max(depth, open.Count);
            }
        }

        return new Shape(tags, depth, formatting);
    }

    private static string Rewrite(string markup)
    {
        var open = new List<int>();
        var kept = new StringBuilder(markup.Length);
        var from = 0;
        var scanner = new MarkupScanner(markup);
        while (scanner.Next(out var tag))
        {
            if (HtmlNames.NeverDeep.Contains(tag.Name))
                continue;
            var formatting = HtmlNames.Formatting.Contains(tag.Name);
            if (!formatting && Step(open, tag, MaxDepth))
                continue;
            kept.Append(markup, from, tag.Start - from).Append(formatting ? "" : " ");
            from = tag.End;
        }

        return kept.Append(markup, from, markup.Length - from).ToString();
    }

    /// <summary>Follows one tag on the stack of open elements.</summary>
    /// <returns>False where the stack is full, or the closing tag closes nothing: the tag can go.</returns>
    private static bool Step(List<int> open, MarkupTag tag, int limit)
    {
        if (tag.Kind == MarkupKind.Open)
        {
            if (open.Count >= limit)
                return false;
            open.Add(tag.Name);
            return true;
        }

        var stack = CollectionsMarshal.AsSpan(open);
        var found = stack.LastIndexOf(tag.Name);
        if (found < 0 || (!HtmlNames.Barriers.Contains(tag.Name) && HasBarrier(stack[(found + 1)..])))
            return false;
        open.RemoveRange(found, open.Count - found);
        return true;
    }

    private static bool HasBarrier(ReadOnlySpan<int> stack)
    {
        foreach (var name in stack)
        {
            if (HtmlNames.Barriers.Contains(name))
                return true;
        }

        return false;
    }
}
