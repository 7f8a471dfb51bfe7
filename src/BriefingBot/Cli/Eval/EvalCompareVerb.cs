using System.CommandLine;
using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval compare</c>: two per-item files, item by item.</summary>
internal sealed class EvalCompareVerb : Verb
{
    private readonly Argument<string> _a = new("a") { HelpName = "A", Description = "a file written by --per-item" };
    private readonly Argument<string> _b = new("b") { HelpName = "B", Description = "another, of the same labelled set" };

    public EvalCompareVerb() : base("compare", "paired difference of two runs with a bootstrap interval", "briefingbot eval compare before.jsonl after.jsonl")
    {
        Add(_a);
        Add(_b);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var comparison = EvaluationComparison.Run(run.Value(_a), run.Value(_b));
        if (run.Json)
        {
            run.WriteJson(comparison, ContractJson.Readable.ComparisonMetrics);
            return Task.FromResult(ExitCode.Done);
        }

        run.Page().Table(
            ["metric", "items", "A", "B", "difference", "95 % interval", "higher", "lower"],
            [.. comparison.Metrics.Select(pair => (pair.Key, pair.Value)).Select(row => (IReadOnlyList<string>)
            [
                row.Key, $"{row.Value.Items}", $"{row.Value.A:0.0000}", $"{row.Value.B:0.0000}", $"{row.Value.Difference:+0.0000;-0.0000;0.0000}",
                $"{row.Value.Low:+0.0000;-0.0000;0.0000} … {row.Value.High:+0.0000;-0.0000;0.0000}", $"{row.Value.Higher}", $"{row.Value.Lower}",
            ])]);
        return Task.FromResult(ExitCode.Done);
    }
}
