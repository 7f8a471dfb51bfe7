using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Retrieval;

/// <summary>One passage in its place.</summary>
/// <param name="Passage">The range that was found.</param>
/// <param name="Revision">The text it is a range of.</param>
/// <param name="Score">What it was ranked by, time included; higher is better, never negative.</param>
public sealed record RankedPassage(Passage Passage, Revision Revision, double Score)
{
    /// <summary>The score before time had its say: how well the words match.</summary>
    public double Match { get; init; }
}

/// <summary>Ranked passages and what was learnt about the question on the way.</summary>
/// <param name="Passages">Best first; equal scores in order of id.</param>
/// <param name="Notes">Sentences for the reader: aliases used, documents left out, dates understood.</param>
public sealed record RetrievalResult(IReadOnlyList<RankedPassage> Passages, IReadOnlyList<string> Notes)
{
    /// <summary>The question taken apart.</summary>
    public QuestionAnalysis Question { get; init; } = QuestionAnalysis.Empty;

    /// <summary>How telling each term is, in this library.</summary>
    public TermWeights Weights { get; init; } = TermWeights.None;

    /// <summary>Other names that were searched for beside the ones in the question.</summary>
    public IReadOnlyList<AliasMatch> Aliases { get; init; } = [];
}
