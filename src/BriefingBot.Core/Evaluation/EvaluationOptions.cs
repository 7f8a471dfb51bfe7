namespace BriefingBot.Core.Evaluation;

/// <summary>What a run writes beside its metrics, and how it tells how far it is.</summary>
public sealed record EvaluationOptions
{
    /// <summary>One JSON line per query, question, pair or page; null writes none.</summary>
    public string? PerItemFile { get; init; }

    /// <summary>The TREC run of a retrieval set; null writes none.</summary>
    public string? RunFile { get; init; }

    /// <summary>How many passages a query of a retrieval set asks for, before they are put together to documents.</summary>
    public int RetrievalDepth { get; init; } = 1000;

    /// <summary>Told after every document and every query or question; null where nobody watches.</summary>
    public IProgress<EvaluationProgress>? Progress { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Stage">"documents", "queries" or "questions".</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="Total">How many there are; null while that is unknown.</param>
public sealed record EvaluationProgress(string Stage, int Done, int? Total);
