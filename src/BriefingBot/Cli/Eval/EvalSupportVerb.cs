using System.CommandLine;
using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval support</c>: the rules that check a claim, over claims whose support is known.</summary>
internal sealed class EvalSupportVerb : EvalVerb
{
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "JSON Lines of claims, passages and labels" };

    public EvalSupportVerb() : base("support", "checks labelled claims against their passages", "briefingbot eval support sets/claims.jsonl --json") => Add(_file);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken) => EvaluateAsync(run, null, options =>
    {
        var metrics = SupportEvaluation.Run(run.Value(_file), options, cancellationToken);
        return Task.FromResult(new Evaluated(JsonSerializer.Serialize(metrics, ContractJson.Readable.SupportMetrics), []));
    });
}
