using System.CommandLine;
using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Llm;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval answers</c>: briefs and refusals against accepted answers.</summary>
internal sealed class EvalAnswersVerb : EvalVerb
{
    private readonly Option<bool> _model = Flag("--model", "let the configured model write the briefs");

    public EvalAnswersVerb() : base("answers", "asks every question of a set: corpus.jsonl, questions.jsonl", "briefingbot eval answers sets/port --per-item port.jsonl --json")
    {
        Add(Set);
        Add(_model);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        if (run.Has(_model) && !run.Get<IOptions<ModelOptions>>().Value.IsSet) throw new UsageException("--model: no model is configured; set Model:Endpoint and Model:Name");

        var evaluation = new AnswersEvaluation(run.Get<Ingestor>(), run.Get<Briefer>(), run.Time);
        return EvaluateAsync(run, null, async options =>
        {
            var metrics = await evaluation.RunAsync(run.Value(Set), options with { Model = run.Has(_model) }, cancellationToken);
            return new Evaluated(JsonSerializer.Serialize(metrics, ContractJson.Readable.AnswersMetrics), metrics.Problems);
        });
    }
}
