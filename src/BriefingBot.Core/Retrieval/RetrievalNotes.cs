using System.Globalization;
using BriefingBot.Core.Index;

namespace BriefingBot.Core.Retrieval;

/// <summary>What a reader should know about how passages were found, in sentences.</summary>
internal static class RetrievalNotes
{
    public static void AddAliases(List<string> notes, IReadOnlyList<AliasMatch> aliases, TermWeights weights)
    {
        foreach (var group in aliases.Where(a => a.OtherTerms.Any(weights.Seen)).GroupBy(a => a.Name, StringComparer.Ordinal))
            notes.Add($"Also searched for {string.Join(", ", group.Select(a => $"“{a.Other}”"))} as another name of “{group.Key}”.");
    }

    public static void AddUndated(List<string> notes, DateOnly? asOf, LexicalIndex index)
    {
        if (asOf is null)
            return;
        var undated = index.UndatedDocuments(new IndexScope(asOf));
        if (undated > 0)
            notes.Add($"{undated} undated {(undated == 1 ? "document was" : "documents were")} left out.");
    }

    public static string Days(DateWindow window) =>
        window.From == window.To ? $"on {Day(window.From)}" : $"from {Day(window.From)} to {Day(window.To)}";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
