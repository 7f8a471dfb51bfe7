namespace BriefingBot.Core.Briefing.Claims;

/// <summary>One thing that must hold between a claim and the sentences it rests on.</summary>
internal interface IClaimRule
{
    /// <summary>A word for logs and figures.</summary>
    string Name { get; }

    /// <summary>Why the claim does not hold, in a sentence for the reader; null where it does.</summary>
    string? Fault(Claim claim, EvidenceWindow window);
}
