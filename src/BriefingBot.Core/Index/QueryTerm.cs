namespace BriefingBot.Core.Index;

/// <summary>A term of the question with its weight: a word standing twice has weight 2, an alias 0.6.</summary>
/// <param name="Value">A term of the analyser; any text is safe.</param>
/// <param name="Weight">A term of weight 0 or less is left out.</param>
public sealed record QueryTerm(string Value, double Weight);

/// <summary>Which revisions may be found. Default: the current revision of every document in the library.</summary>
/// <param name="AsOf">Only documents published by that day, each in its newest revision fetched by the end of it (UTC), else its first; undated ones are left out.</param>
/// <param name="From">Published on that day or later; undated documents are left out.</param>
/// <param name="To">Published on that day or earlier; undated documents are left out.</param>
public sealed record IndexScope(DateOnly? AsOf = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Something found.</summary>
/// <param name="Id">Of a passage, or of a revision.</param>
/// <param name="Score">Σ weight · BM25 of the term; higher is better.</param>
public sealed record IndexHit(long Id, double Score);
