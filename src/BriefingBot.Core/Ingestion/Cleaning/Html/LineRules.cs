namespace BriefingBot.Core.Ingestion.Cleaning.Html;

/// <summary>What a line itself says it is: the title again, a teaser, a call to share, a heading with nothing under it.</summary>
internal static class LineRules
{
    private const int LongestTitle = 60;

    public static void Apply(List<TextLine> lines, string title)
    {
        MarkTitle(lines, title);
        for (var i = 0; i < lines.Count; i++)
        {
            // Below "Related articles" stand links, until a line is text again.
            var teaser = i > 0 && lines[i - 1].Rule is "related" && lines[i].Words < 40 && lines[i].LinkWords * 2 >= lines[i].Words;
            lines[i].Rule ??= teaser ? "related" : TeaserRule(lines[i]);
        }

        var times = LiveEntries.Times(lines);
        foreach (var line in lines.Where(line => line.Rule is null).Take(5).Where(line => Dateline.Is(line) && !times.Contains(line)))
            line.Rule = FurnitureWords.Byline;
        if (lines.FindLast(line => line.Rule is null) is { } last && Dateline.Is(last) && !times.Contains(last))
            last.Rule = FurnitureWords.Byline;
        MarkTrail(lines);
        MarkBareHeadings(lines);
    }

    /// <summary>Linked items before the first line of text are the way to the page, not the article.</summary>
    private static void MarkTrail(List<TextLine> lines)
    {
        foreach (var line in lines.TakeWhile(line => line.Rule is not null || line.Words < 10))
        {
            if (line.Kind == LineKind.Item && line.LinkWords == line.Words && line.Text[^1] is not ('.' or '!' or '?'))
                line.Rule ??= "navigation";
        }
    }

    private static void MarkTitle(List<TextLine> lines, string title)
    {
        var wanted = Words(title);
        for (var i = 0; i < Math.Min(lines.Count, 8); i++)
        {
            var line = lines[i];
            if (line.Words >= LongestTitle)
                continue;
            var says = wanted.Length > 0 && Says(line.Text, wanted);
            // The headline on the page is often another wording than the one in its metadata.
            if (says || (line.Level == 1 && i < 3 && SharesMost(Words(line.Text), wanted)))
                line.Rule = "title";
        }
    }

    private static bool SharesMost(string[] words, string[] wanted) => words.Count(word => wanted.Contains(word, StringComparer.Ordinal)) * 2 > words.Length;

    private static string? TeaserRule(TextLine line)
    {
        if (line.Kind is LineKind.Code or LineKind.Row)
            return null;
        if (line.Words is > 0 and < 40 && line.LinkWords == line.Words && line.Kind == LineKind.Paragraph)
            return "links";
        return line.Words < 40 ? LinePhrases.RuleFor(line.Text, line.Words, line.LinkWords) : null;
    }

    /// <summary>A heading at the end, or one whose whole section was taken out.</summary>
    private static void MarkBareHeadings(List<TextLine> lines)
    {
        var below = 0;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Rule is not null)
                continue;
            if (lines[i].Level == 0)
                below = 1;
            else if (below == 0)
                lines[i].Rule = "heading";
        }
    }

    /// <summary>True where both say the same words, case and marks apart.</summary>
    public static bool SameWords(string some, string other) => Words(some) is { Length: > 0 } words && Same(words, Words(other));

    /// <summary>True where the longer text begins with all words of the shorter, which has at least three.</summary>
    public static bool StartsAlike(string some, string other) => StartsAlike(Words(some), Words(other));

    private static bool StartsAlike(string[] a, string[] b)
    {
        var length = Math.Min(a.Length, b.Length);
        return length > 2 && a.AsSpan(0, length).SequenceEqual(b.AsSpan(0, length));
    }

    /// <summary>True where a heading of at least three words stands whole in the page's title, or begins like it.</summary>
    public static bool NamesPage(string heading, string pageTitle)
    {
        var (words, title) = (Words(heading), Words(pageTitle));
        return StartsAlike(words, title) || (words.Length > 2 && $" {string.Join(' ', title)} ".Contains($" {string.Join(' ', words)} ", StringComparison.Ordinal));
    }

    private static bool Same(string[] some, string[] other) => some.AsSpan().SequenceEqual(other);

    /// <summary>Whether <see cref="Words"/> of the text are these, without making them: most lines differ in the first.</summary>
    private static bool Says(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            text = FromWord(text);
            var length = 0;
            while (length < text.Length && char.IsLetterOrDigit(text[length]))
            {
                if (length == word.Length || char.ToLowerInvariant(text[length]) != word[length])
                    return false;
                length++;
            }

            if (length < word.Length)
                return false;
            text = text[length..];
        }

        return FromWord(text).IsEmpty;
    }

    private static ReadOnlySpan<char> FromWord(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        return text[start..];
    }

    private static string[] Words(string text) =>
        string.Create(text.Length, text, static (settled, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                settled[i] = char.IsLetterOrDigit(text[i]) ? char.ToLowerInvariant(text[i]) : ' ';
        }).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
