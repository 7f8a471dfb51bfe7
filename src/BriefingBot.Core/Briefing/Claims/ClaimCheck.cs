using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>What a library says to a claim.</summary>
public enum CheckVerdict
{
    /// <summary>Sentences of the library support it.</summary>
    Supported,

    /// <summary>The library speaks of it and says something else, or holds two accounts.</summary>
    Disputed,

    /// <summary>The library does not speak of it.</summary>
    NotFound,
}

/// <summary>The outcome of checking a claim.</summary>
/// <param name="Verdict">What the library says.</param>
/// <param name="Citations">What supports it first, then what speaks against it; of a claim that is not found, the nearest sentences.</param>
/// <param name="Reason">In what the library differs; null where it does not.</param>
public sealed record ClaimCheck(CheckVerdict Verdict, IReadOnlyList<Citation> Citations, string? Reason)
{
    /// <summary>So many of the citations, the first ones, support the claim.</summary>
    public int Supporting { get; init; }
}
