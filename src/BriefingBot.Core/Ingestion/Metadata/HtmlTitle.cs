using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>A headline without the name of the site that pages hang on to it.</summary>
internal static class HtmlTitle
{
    private static readonly string[] Separators = [" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 ", " \u2022 ", " \u00AB ", " \u00BB ", " :: ", " / ", " \uFF5C ", "\uFF5C", "|"];

    /// <param name="title">As the page gives it.</param>
    /// <param name="publisher">The publisher, where known.</param>
    /// <param name="headings">The texts of the page's first-level headings.</param>
    /// <returns>The title, and the site's name where a heading shows that the rest of the title is that.</returns>
    public static (string Title, string? Site) Clean(string title, string? publisher, IReadOnlyList<string> headings)
    {
        var text = Spaces.Single(title);
        if (headings.Any(heading => string.Equals(heading, text, StringComparison.OrdinalIgnoreCase)))
            return (text, null);
        foreach (var separator in Separators)
        {
            var cut = text.LastIndexOf(separator, StringComparison.Ordinal);
            if (cut <= 0)
                continue;
            var head = text[..cut].Trim();
            var tail = text[(cut + separator.Length)..].Trim();
            if (publisher is not null && SameName(tail, publisher) && head.Length > 0)
                return (Clean(head, publisher, headings).Title, null);
            if (publisher is not null && SameName(head, publisher) && tail.Length > 0)
                return (tail, null);
        }

        return ByHeading(text, headings);
    }

    private static (string Title, string? Site) ByHeading(string text, IReadOnlyList<string> headings)
    {
        foreach (var heading in headings)
        {
            if (heading.Length < 10 || heading.Length >= text.Length || !text.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = text[heading.Length..];
            if (Separators.FirstOrDefault(s => rest.StartsWith(s, StringComparison.Ordinal)) is { } separator)
                return (heading, rest[separator.Length..].Trim() is { Length: > 1 and < 60 } site && !Separators.Any(s => site.Contains(s, StringComparison.Ordinal)) ? site : null);
        }

        return (text, null);
    }

    /// <summary>
    /// The text of the <c>title</c> element, where nothing else names the article: its last part is the site where it is
    /// much shorter than the rest.
    /// </summary>
    public static string WithoutSite(string title, IReadOnlyList<string> headings)
    {
        if (headings.Any(heading => string.Equals(heading, title, StringComparison.OrdinalIgnoreCase)))
            return title;
        var cut = Separators.Max(separator => title.LastIndexOf(separator, StringComparison.Ordinal));
        if (cut <= 0)
            return title;
        var head = title[..cut].Trim();
        var tailWords = title[cut..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
        return tailWords <= 4 && head.Split(' ').Length >= 4 ? head : title;
    }

    /// <summary>"The Courier" and "Courier", "courier.example" and "Courier" are one name.</summary>
    private static bool SameName(string some, string other)
    {
        var a = Tight(some);
        var b = Tight(other);
        return a.Length > 1 && new[] { a, a + "com" }.Contains(b, StringComparer.Ordinal) || (b.Length > 1 && string.Equals(b + "com", a, StringComparison.Ordinal));
    }

    private static string Tight(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.StartsWith("www", StringComparison.Ordinal) ? letters[3..] : letters.StartsWith("the", StringComparison.Ordinal) && letters.Length > 5 ? letters[3..] : letters;
    }
}
