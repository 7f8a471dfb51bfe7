using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval stories</c>: which documents tell the same news, against labels.</summary>
internal sealed class EvalStoriesVerb : EvalVerb
{
    public EvalStoriesVerb() : base("stories", "feeds a JSON Lines file of labelled documents one by one and compares the stories", "briefingbot eval stories sets/port-stories.jsonl --json")
    {
        Set.HelpName = "FILE";
        Set.Description = "JSON Lines with _id, text and story";
        Add(Set);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var evaluation = new StoriesEvaluation(run.Get<Ingestor>(), run.Time);
        return EvaluateAsync(run, null, options =>
        {
            var metrics = evaluation.Run(run.Value(Set), options, cancellationToken);
            return Task.FromResult(new Evaluated(JsonSerializer.Serialize(metrics, ContractJson.Readable.StoriesMetrics), metrics.Problems));
        });
    }
}
