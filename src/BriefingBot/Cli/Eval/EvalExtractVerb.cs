using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval extract</c>: what the page reader keeps against the expected bodies and metadata.</summary>
internal sealed class EvalExtractVerb : EvalVerb
{
    public EvalExtractVerb() : base("extract", "reads the saved pages of a set: ground-truth.json, html/", "briefingbot eval extract sets/pages --per-item pages.jsonl --json") => Add(Set);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken) => EvaluateAsync(run, null, options =>
    {
        var result = ExtractEvaluation.Run(run.Value(Set), cancellationToken);
        if (options.PerItemFile is { } file)
            File.WriteAllLines(file, result.Items.Select(item => JsonSerializer.Serialize(ExtractLine.Of(item), JsonLines.Default.ExtractLine)));
        // A page that gives no text is a miss, counted as one; the run itself is whole.
        return Task.FromResult(new Evaluated(JsonSerializer.Serialize(result.Metrics, ContractJson.Readable.ExtractMetrics), []));
    });
}
