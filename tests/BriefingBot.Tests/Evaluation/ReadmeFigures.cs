using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Evaluation;

/// <summary>The quality figures the README gives, a row each: | `set` | metric | figure |.</summary>
internal static partial class ReadmeFigures
{
    /// <summary>What a figure may fall behind the README before the build fails.</summary>
    private const double Slack = 0.01;

    private static readonly string[] LowerIsBetter = ["falseRefusal", "sentencesPerBrief"];

    /// <summary>Asserts every figure the README gives for a set; one at least must be there.</summary>
    public static void AssertKept<T>(string set, T metrics)
    {
        var measured = JsonSerializer.SerializeToElement(metrics);
        var figures = Of(set);
        Assert.NotEmpty(figures);
        Assert.All(figures, figure =>
        {
            var value = measured.GetProperty(figure.Metric).GetDouble();
            var behind = LowerIsBetter.Contains(figure.Metric, StringComparer.Ordinal) ? value - figure.Value : figure.Value - value;
            Assert.True(behind <= Slack, $"{set} {figure.Metric}: the README says {figure.Value}, measured {value:F4}");
        });
    }

    public static IReadOnlyList<(string Metric, double Value)> Of(string set) =>
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Root(), "README.md")))
            .Where(row => row.Groups["set"].Value == set)
            .Select(row => (row.Groups["metric"].Value, double.Parse(row.Groups["value"].Value, CultureInfo.InvariantCulture))),
    ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No BriefingBot.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"^\| `(?<set>[\w-]+)` \| (?<metric>[\w@]+) \| (?<value>[\d.]+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
