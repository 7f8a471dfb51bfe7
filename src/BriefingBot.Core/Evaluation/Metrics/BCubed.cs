namespace BriefingBot.Core.Evaluation.Metrics;

/// <summary>How well found groups agree with labelled ones, item by item.</summary>
/// <remarks>Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model"; each item weighs the same, itself included.</remarks>
internal static class BCubed
{
    /// <summary>Per item: the share of its found group that has its label, and the share of its label that is in its found group.</summary>
    public static IReadOnlyList<(double Precision, double Recall)> Items(IReadOnlyList<(string Found, string Label)> items)
    {
        var found = items.CountBy(i => i.Found, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var labels = items.CountBy(i => i.Label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var both = items.CountBy(i => i).ToDictionary();
        return [.. items.Select(i => ((double)both[i] / found[i.Found], (double)both[i] / labels[i.Label]))];
    }
}
