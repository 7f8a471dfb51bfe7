using System.Text.Json.Serialization;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Evaluation.Sets;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>One query of a retrieval run, as the per-item file has it: the names are those of the metrics.</summary>
internal sealed record QueryResult
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    [JsonPropertyName("ndcg@10")]
    public required double Ndcg10 { get; init; }

    [JsonPropertyName("map")]
    public required double AveragePrecision { get; init; }

    [JsonPropertyName("mrr@10")]
    public required double ReciprocalRank10 { get; init; }

    [JsonPropertyName("recall@10")]
    public required double Recall10 { get; init; }

    [JsonPropertyName("recall@100")]
    public required double Recall100 { get; init; }

    [JsonPropertyName("ms")]
    public required double Ms { get; init; }

    /// <summary>The first ten documents.</summary>
    [JsonPropertyName("top")]
    public required IReadOnlyList<string> Top { get; init; }

    public static QueryResult Of(JudgedQuery query, IReadOnlyList<RankedDocument> documents, double ms)
    {
        var ranked = documents.Select(document => document.Id).ToList();
        return new QueryResult
        {
            Id = query.Id,
            Ndcg10 = Ranking.Ndcg(ranked, query.Grades, 10),
            AveragePrecision = Ranking.AveragePrecision(ranked, query.Grades),
            ReciprocalRank10 = Ranking.ReciprocalRank(ranked, query.Grades, 10),
            Recall10 = Ranking.Recall(ranked, query.Grades, 10),
            Recall100 = Ranking.Recall(ranked, query.Grades, 100),
            Ms = ms,
            Top = [.. ranked.Take(10)],
        };
    }
}
