namespace BriefingBot.Core.Briefing.Claims;

/// <summary>What the rules make of a claim and the passages it may rest on.</summary>
/// <param name="Passage">Index of the passage with the best window; -1 where there is no passage with a sentence.</param>
/// <param name="Window">The sentences it rests on, or comes closest to.</param>
/// <param name="Coverage">Share of the claim's terms in the best window, 0 to 1.</param>
/// <param name="Rule">The rule that fails; null where the claim is supported.</param>
/// <param name="Reason">Its sentence; null where the claim is supported.</param>
internal sealed record ClaimVerdict(int Passage, EvidenceWindow? Window, double Coverage, string? Rule, string? Reason)
{
    public bool Supported => Rule is null;
}
