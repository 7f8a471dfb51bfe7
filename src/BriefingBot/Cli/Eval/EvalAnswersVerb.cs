using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval answers</c>: briefs and refusals against accepted answers.</summary>
internal sealed class EvalAnswersVerb : EvalVerb
{
    public EvalAnswersVerb() : base("answers", "asks every question of a set: corpus.jsonl, questions.jsonl", "briefingbot eval answers sets/port --per-item port.jsonl --json") => Add(Set);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var evaluation = new AnswersEvaluation(run.Get<Ingestor>(), run.Get<Briefer>(), run.Time);
        return EvaluateAsync(run, null, async options =>
        {
            var metrics = await evaluation.RunAsync(run.Value(Set), options, cancellationToken);
            return new Evaluated(JsonSerializer.Serialize(metrics, ContractJson.Readable.AnswersMetrics), metrics.Problems);
        });
    }
}
