using System.Text.RegularExpressions;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Finds the agency or medium a report is credited to: its dateline, "told X", "X reported".</summary>
internal static partial class AgencyMentions
{
    /// <summary>Later mentions are somebody else's reports.</summary>
    private const int LookedAt = 20_000;
    private const int DatelineLength = 120;

    /// <param name="text">The clean text.</param>
    /// <param name="publisher">Who published it; never its agency.</param>
    /// <returns>Null when nothing credits one.</returns>
    public static string? Find(string text, string? publisher)
    {
        var start = text[..Math.Min(text.Length, LookedAt)];
        if (Dateline(start) is { } wire) return wire;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Credited().Matches(start))
        {
            var name = match.Groups["name"].Success ? match.Groups["name"].Value : match.Groups["reporter"].Value;
            if (MediumIn(name) is { } medium && !string.Equals(medium, publisher, StringComparison.OrdinalIgnoreCase))
                counts[medium] = counts.GetValueOrDefault(medium) + 1;
        }

        return counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;
    }

    /// <summary>"PORT VARRAN (Lissa Wire) - ", "PORT VARRAN, March 3 (Lissa Wire) -- "; null when the text does not open so.</summary>
    public static string? Dateline(string text)
    {
        var match = Opening().Match(text[..Math.Min(text.Length, DatelineLength)]);
        var name = match.Success ? match.Groups["name"].Value.Trim() : "";
        return name.Length > 0 && MediaNames.IsMedium(name) ? name : null;
    }

    /// <summary>The name a run of capitalised words ends or begins with: of "On Saturday CNN" it is CNN.</summary>
    private static string? MediumIn(string words)
    {
        for (var at = 0; at >= 0; at = words.IndexOf(' ', at) is >= 0 and var space ? space + 1 : -1)
        {
            var name = words[at..].TrimEnd('.', ',');
            if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal)) name = name[..^2];
            if (name.Length > 1 && MediaNames.IsMedium(name)) return name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
        }

        return null;
    }

    [GeneratedRegex(@"(?:told|reported by|quoted by|interview with|statement to)\s(?:the\s|news agency\s)?(?<name>\p{Lu}[\w.&/-]*(?:\s\p{Lu}[\w.&/-]*){0,3})|(?<reporter>\p{Lu}[\w.&/-]*(?:\s\p{Lu}[\w.&/-]*){0,3})\s(?:news agency\s|has\s|first\s)?(?:reported|reports)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Credited();

    [GeneratedRegex(@"^\p{Lu}[\p{L} .,'’/0-9-]{1,70}\((?<name>[\p{L} ./-]{2,40})\)\s?(?:-|–|—|:|\.)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
