using System.CommandLine;
using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval perturb</c>: true claims with one thing changed, and how many of them are caught.</summary>
internal sealed class EvalPerturbVerb : EvalVerb
{
    private readonly Argument<string> _path = new("path") { HelpName = "PATH", Description = "a support file, or the folder of an answers set" };

    public EvalPerturbVerb() : base("perturb", "changes one thing in true claims and checks them", "briefingbot eval perturb sets/claims.jsonl --json") => Add(_path);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken) => EvaluateAsync(run, null, options =>
    {
        var metrics = PerturbEvaluation.Run(run.Value(_path), options, cancellationToken);
        return Task.FromResult(new Evaluated(JsonSerializer.Serialize(metrics, ContractJson.Readable.PerturbMetrics), []));
    });
}
