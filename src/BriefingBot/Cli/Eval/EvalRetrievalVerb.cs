using System.CommandLine;
using System.Text.Json;
using BriefingBot.Cli.Json;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Cli.Eval;

/// <summary><c>eval retrieval</c>: ranked documents against relevance judgements.</summary>
internal sealed class EvalRetrievalVerb : EvalVerb
{
    private readonly Option<string?> _run = OptionValues.OutputFile("--run", "write the ranking in TREC's run format");

    public EvalRetrievalVerb() : base("retrieval", "ranks a BEIR-layout set: corpus.jsonl, queries.jsonl, qrels.tsv", "briefingbot eval retrieval sets/port --run port.run --json")
    {
        Add(Set);
        Add(_run);
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var evaluation = new RetrievalEvaluation(run.Get<Ingestor>(), run.Get<Retriever>(), run.Time);
        return EvaluateAsync(run, run.Value(_run), async options =>
        {
            var metrics = await evaluation.RunAsync(run.Value(Set), options, cancellationToken);
            return new Evaluated(JsonSerializer.Serialize(metrics, ContractJson.Readable.RetrievalMetrics), metrics.Problems);
        });
    }
}
