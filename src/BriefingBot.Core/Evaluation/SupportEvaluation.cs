using System.Text.Json.Serialization;
using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Runs;
using BriefingBot.Core.Evaluation.Sets;

namespace BriefingBot.Core.Evaluation;

/// <summary>Runs a <c>support</c> set: the shipped rules over claims of which it is known whether their passages support them.</summary>
public static class SupportEvaluation
{
    /// <param name="file">JSON Lines of claims, passages and labels.</param>
    /// <param name="options">What is written beside the metrics.</param>
    /// <param name="cancellationToken">Checked before every claim.</param>
    /// <exception cref="LabelledSetException">when the set cannot be read or an output file cannot be written</exception>
    public static SupportMetrics Run(string file, EvaluationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var set = SupportSet.Read(file);
        using var items = new ItemLog(options.PerItemFile);
        var results = new List<SupportResult>();
        foreach (var row in set)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<Evidence> passages = [.. row.Passages.Select(p => new Evidence(p))];
            var verdict = ClaimVerifier.Verify(Claim.Of(row.Claim, passages), passages);
            var result = new SupportResult(row.Id, row.Supported, verdict.Supported, verdict.Coverage, verdict.Rule, verdict.Reason);
            results.Add(result);
            items.Write(result);
            options.Progress?.Report(new EvaluationProgress("claims", results.Count, set.Count));
        }

        return Measure(results);
    }

    private static SupportMetrics Measure(List<SupportResult> results)
    {
        var supported = results.FindAll(r => r.Supported);
        var unsupported = results.FindAll(r => !r.Supported);
        var accepted = Statistics.Share(supported.Select(r => r.Accepted));
        var withheld = Statistics.Share(unsupported.Select(r => !r.Accepted));
        var rules = ClaimVerifier.Rules.ToDictionary(
            rule => rule.Name,
            rule => new RuleCount(supported.Count(r => r.Rule == rule.Name), unsupported.Count(r => r.Rule == rule.Name)),
            StringComparer.Ordinal);
        return new SupportMetrics(
            (accepted + withheld) / 2, Statistics.Auroc(supported.Select(r => r.Coverage), unsupported.Select(r => r.Coverage)), results.Count, accepted, withheld, rules);
    }

    private sealed record SupportResult(
        [property: JsonPropertyName("_id")] string Id, bool Supported, bool Accepted, double Coverage, string? Rule, string? Reason);
}
