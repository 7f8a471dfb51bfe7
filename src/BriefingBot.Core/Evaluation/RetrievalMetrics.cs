using System.Text.Json.Serialization;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Runs;

namespace BriefingBot.Core.Evaluation;

/// <summary>Metrics of a <c>retrieval</c> set, each the mean over the queries that have a relevant document. Shares are 0 to 1.</summary>
public sealed record RetrievalMetrics
{
    /// <summary>The normalised discounted cumulative gain of the first ten documents, linear gain.</summary>
    [JsonPropertyName("ndcg@10")]
    public required double Ndcg10 { get; init; }

    /// <summary>The mean average precision over the whole list.</summary>
    [JsonPropertyName("map")]
    public required double Map { get; init; }

    [JsonPropertyName("mrr@10")]
    public required double Mrr10 { get; init; }

    [JsonPropertyName("recall@10")]
    public required double Recall10 { get; init; }

    [JsonPropertyName("recall@100")]
    public required double Recall100 { get; init; }

    /// <summary>The number of queries that have a relevant document.</summary>
    [JsonPropertyName("queries")]
    public required int Queries { get; init; }

    /// <summary>The number of documents in the library.</summary>
    [JsonPropertyName("documents")]
    public required int Documents { get; init; }

    /// <summary>The median milliseconds of a retrieval, at the depth of the evaluation.</summary>
    [JsonPropertyName("p50Ms")]
    public required double P50Ms { get; init; }

    [JsonPropertyName("p95Ms")]
    public required double P95Ms { get; init; }

    /// <summary>One sentence per row of the corpus that did not become a document; not part of the metrics document.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Problems { get; init; } = [];

    internal static RetrievalMetrics Of(IReadOnlyList<QueryResult> results, int documents, IReadOnlyList<string> problems) => new()
    {
        Ndcg10 = results.Average(result => result.Ndcg10),
        Map = results.Average(result => result.AveragePrecision),
        Mrr10 = results.Average(result => result.ReciprocalRank10),
        Recall10 = results.Average(result => result.Recall10),
        Recall100 = results.Average(result => result.Recall100),
        Queries = results.Count,
        Documents = documents,
        P50Ms = Statistics.Percentile(results.Select(result => result.Ms), 0.50) ?? 0,
        P95Ms = Statistics.Percentile(results.Select(result => result.Ms), 0.95) ?? 0,
        Problems = problems,
    };
}
