using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>
/// The block between <c>---</c> lines at the start of a Markdown file: simple keys, quoted or not, lists in brackets or
/// on lines of their own. Nesting and the rest of YAML are passed over.
/// </summary>
internal sealed class FrontMatter
{
    private const int MaxLines = 200;
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private FrontMatter()
    {
    }

    /// <summary>The metadata block as written, empty where there is none.</summary>
    public string Source { get; private init; } = "";

    public static FrontMatter Read(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return new FrontMatter();
        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        if (end < 0 || end > 20_000 || (end + 4 < text.Length && text[end + 4] is not ('\n' or ' ')))
            return new FrontMatter();
        var lines = text[4..Math.Max(4, end)].Split('\n');
        // A rule at the top of a text without any "key:" below it is only a rule.
        if (lines.Length > MaxLines || !lines.Any(line => KeyEnd(line) > 0))
            return new FrontMatter();
        var close = text.IndexOf('\n', end + 1);
        var matter = new FrontMatter { Source = close < 0 ? text : text[..(close + 1)] };
        matter.Add(lines);
        return matter;
    }

    public DocumentMetadata ToMetadata()
    {
        var day = WrittenDay.Parse(First("date", "published", "publishedon", "published_on", "pubdate", "publishdate", "created"));
        return new DocumentMetadata
        {
            Title = Spaces.Single(First("title", "headline") ?? ""),
            Publisher = First("publisher", "publication", "site", "site_name", "source"),
            Agency = First("agency"),
            Byline = HtmlByline.Clean(All("author", "authors", "byline", "creator", "by")),
            PublishedOn = day?.Day,
            PublishedUtc = day?.InstantUtc,
            PublishedFrom = day is null ? null : DateSource.Metadata,
            Language = First("lang", "language")?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } language && language.All(char.IsAsciiLetterLower) ? language : null,
            Url = First("url", "link", "canonical", "canonical_url", "source_url") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null,
        };
    }

    private void Add(IEnumerable<string> lines)
    {
        List<string>? open = null;
        foreach (var line in lines)
        {
            var item = line.TrimStart();
            if (open is not null && item.StartsWith("- ", StringComparison.Ordinal))
            {
                AddValue(open, item[2..]);
                continue;
            }

            var keyEnd = KeyEnd(line);
            if (keyEnd <= 0)
                continue;
            open = values.TryGetValue(line[..keyEnd].Trim(), out var known) ? known : values[line[..keyEnd].Trim()] = [];
            var value = line[(keyEnd + 1)..].Trim();
            if (value.StartsWith('[') && value.EndsWith(']'))
                Array.ForEach(value[1..^1].Split(','), part => AddValue(open, part));
            else
                AddValue(open, value);
        }
    }

    private static void AddValue(List<string> list, string value)
    {
        var text = value.Trim();
        if (text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0])
            text = text[1..^1].Trim();
        if (text.Length is > 0 and < 4096 && text is not ("null" or "~" or "|" or ">"))
            list.Add(text);
    }

    /// <summary>The colon after a key that stands at the start of its line; -1 for other lines.</summary>
    private static int KeyEnd(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon <= 40 && line[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && (colon + 1 == line.Length || line[colon + 1] == ' ') ? colon : -1;
    }

    private string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (values.TryGetValue(key, out var list) && list.Count > 0)
                return list[0];
        }

        return null;
    }

    private List<string> All(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (values.TryGetValue(key, out var list) && list.Count > 0)
                return list;
        }

        return [];
    }
}
