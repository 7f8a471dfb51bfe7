namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Where the claim lets somebody speak whom it names, the source must not let only others speak.</summary>
internal sealed class SpeakerRule : IClaimRule
{
    public string Name => "speaker";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (Speakers.Of(claim.Stated) is not { Count: > 0 } speaking)
            return null;
        var voices = window.Sentences.SelectMany(s => Speakers.Of(s.Stated)).ToList();
        if (voices.Count == 0)
            return null;
        var shared = speaking.Any(s => voices.Any(v => string.Equals(v.Value, s.Value, StringComparison.Ordinal)));
        return shared ? null : $"In the source it is not “{claim.Text[speaking[0].Start..speaking[0].End]}” who says so.";
    }
}
