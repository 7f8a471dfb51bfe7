using System.Text.RegularExpressions;

namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Finds the agency or medium a report is credited to: its dateline, "told X", "X reported".</summary>
internal static partial class AgencyMentions
{
    /// <summary>Later mentions are somebody else's reports.</summary>
    private const int LookedAt = 20_000;
    private const int DatelineLength = 120;

    /// <summary>What stands before the bracket of a dateline.</summary>
    private const int LongestPlace = 71;

    /// <summary>"X reported" credits X where the report begins; further down it is one of the events told.</summary>
    private const int ReportOpening = 1000;

    /// <param name="text">The clean text.</param>
    /// <param name="publisher">Who published it; never its agency.</param>
    /// <returns>Null when nothing credits one.</returns>
    public static string? Find(string text, string? publisher)
    {
        if (Dateline(text) is { } wire) return wire;
        Dictionary<string, int>? counts = null;
        var credits = new Credits(text.AsSpan(0, Math.Min(text.Length, LookedAt)));
        while (credits.Next() is { } credit)
        {
            if (credit.IsReporter && credit.Start > ReportOpening) continue;
            if (MediumIn(text[credit.NameStart..credit.NameEnd]) is not { } medium || string.Equals(medium, publisher, StringComparison.OrdinalIgnoreCase)) continue;
            counts ??= new Dictionary<string, int>(StringComparer.Ordinal);
            counts[medium] = counts.GetValueOrDefault(medium) + 1;
        }

        return counts?.MaxBy(c => c.Value).Key;
    }

    /// <summary>"PORT VARRAN (Lissa Wire) - ", "PORT VARRAN, March 3 (Lissa Wire) -- "; null when the text does not open so.</summary>
    public static string? Dateline(string text)
    {
        var opening = text.AsSpan(0, Math.Min(text.Length, DatelineLength));
        // Few texts have a bracket there, and the expression costs more than all the rest.
        if (opening.IndexOf('(') is < 2 or > LongestPlace || opening.IndexOf(')') < 0) return null;
        var match = Opening().Match(opening.ToString());
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

    [GeneratedRegex(@"^\p{Lu}[\p{L} .,'’/0-9-]{1,70}\((?<name>[\p{L} ./-]{2,40})\)\s?(?:-|–|—|:|\.)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
