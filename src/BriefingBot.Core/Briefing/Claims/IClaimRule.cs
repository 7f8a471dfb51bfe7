namespace BriefingBot.Core.Briefing.Claims;

/// <summary>One thing that must hold between a claim and the sentences it rests on.</summary>
internal interface IClaimRule
{
    /// <summary>A word for logs and figures.</summary>
    string Name { get; }

    /// <summary>Why the claim does not hold, in a sentence for the reader; null where it does.</summary>
    /// <param name="claim">What is stated.</param>
    /// <param name="window">The sentences it rests on.</param>
    /// <param name="cited">The passages it rests on together, that of the window among them: a value may stand in another one.</param>
    string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited);
}
