using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Sets;

namespace BriefingBot.Core.Evaluation;

/// <summary>One metric of two runs over the items that both have.</summary>
/// <param name="Items">Items that carry the metric in both files.</param>
/// <param name="A">Mean in the first file.</param>
/// <param name="B">Mean in the second file.</param>
/// <param name="Difference">Mean of the second minus the first, item by item.</param>
/// <param name="Low">Lower end of the 95 % bootstrap interval of the difference.</param>
/// <param name="High">Upper end of that interval; when it holds no zero, the difference is more than chance.</param>
/// <param name="Higher">Items where the second file has the higher value.</param>
/// <param name="Lower">Items where the second file has the lower value.</param>
public sealed record MetricComparison(int Items, double A, double B, double Difference, double Low, double High, int Higher, int Lower);

/// <summary>Two per-item files held against each other.</summary>
/// <param name="Items">Items in both files.</param>
/// <param name="OnlyInA">Items the second file lacks; they are left out.</param>
/// <param name="OnlyInB">Items the first file lacks; they are left out.</param>
/// <param name="Metrics">By name, in the order of the first file; booleans count as 0 and 1.</param>
public sealed record ComparisonMetrics(int Items, int OnlyInA, int OnlyInB, IReadOnlyDictionary<string, MetricComparison> Metrics);

/// <summary>Paired comparison of two runs over the same labelled set.</summary>
public static class EvaluationComparison
{
    /// <exception cref="LabelledSetException">when a file cannot be read or the two share no item</exception>
    public static ComparisonMetrics Run(string fileA, string fileB)
    {
        var a = Read(fileA);
        var b = Read(fileB);
        var shared = a.Keys.Where(b.ContainsKey).ToList();
        if (shared.Count == 0)
            throw new LabelledSetException($"{fileA} and {fileB} share no item. Compare two per-item files of the same labelled set.");

        var metrics = new Dictionary<string, MetricComparison>(StringComparer.Ordinal);
        foreach (var name in shared.SelectMany(id => a[id].Keys).Distinct(StringComparer.Ordinal))
        {
            var pairs = shared.FindAll(id => a[id].ContainsKey(name) && b[id].ContainsKey(name)).ConvertAll(id => (A: a[id][name], B: b[id][name]));
            if (pairs.Count > 0)
                metrics.Add(name, Compare(pairs));
        }

        return new ComparisonMetrics(shared.Count, a.Count - shared.Count, b.Count - shared.Count, metrics);
    }

    private static MetricComparison Compare(List<(double A, double B)> pairs)
    {
        var differences = pairs.ConvertAll(pair => pair.B - pair.A);
        var (low, high) = PairedBootstrap.Interval(differences);
        return new MetricComparison(
            pairs.Count,
            pairs.Average(pair => pair.A),
            pairs.Average(pair => pair.B),
            differences.Average(),
            low,
            high,
            differences.Count(difference => difference > 0),
            differences.Count(difference => difference < 0));
    }

    private static Dictionary<string, IReadOnlyDictionary<string, double>> Read(string path)
    {
        var items = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var row in JsonRow.ReadAll(SetFile.At(path)))
        {
            if (!items.TryAdd(row.Id(), row.Numbers()))
                throw row.Fault($"the item \"{row.Id()}\" stands twice");
        }

        return items;
    }
}
