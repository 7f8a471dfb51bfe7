namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A value that stands outside the best window counts only where its sentence speaks of the same thing.</summary>
internal static class Elsewhere
{
    private const int SharedTerms = 2;

    /// <summary>A long figure is rare enough that little else need be shared.</summary>
    private const decimal Telling = 100;

    public static bool Related(EvidenceSentence sentence, StatedText claim, decimal number) =>
        Related(sentence, claim) || (number >= Telling && claim.Content.Any(t => !char.IsAsciiDigit(t[0]) && sentence.Stated.Content.Contains(t)));

    public static bool Related(EvidenceSentence sentence, StatedText claim) =>
        claim.Content.Count(t => !char.IsAsciiDigit(t[0]) && sentence.Stated.Content.Contains(t)) >= SharedTerms;
}
