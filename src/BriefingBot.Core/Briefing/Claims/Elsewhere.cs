using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A value that stands outside the best window counts only where its sentence speaks of the same thing.</summary>
internal static class Elsewhere
{
    /// <summary>The sentence of a passage that states the claim's number and speaks of the same thing; null where there is none.</summary>
    public static EvidenceSentence? Find(NumberMention number, StatedText claim, Evidence evidence) =>
        evidence.Sentences.FirstOrDefault(s => s.Stated.Numbers.Any(n => Values.Same(number, n)) && Related(s, claim));

    /// <summary>As for a number.</summary>
    public static EvidenceSentence? Find(DateMention date, StatedText claim, Evidence evidence) =>
        evidence.Sentences.FirstOrDefault(s => s.Stated.Dates.Any(d => Values.Same(date, d)) && Related(s, claim));

    public static bool Related(EvidenceSentence sentence, StatedText claim) =>
        claim.Content.Any(t => !char.IsAsciiDigit(t[0]) && sentence.Stated.Content.Contains(t));
}
