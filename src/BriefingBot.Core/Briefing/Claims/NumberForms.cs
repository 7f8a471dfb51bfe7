using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A number of the claim that a sentence says in another form: as a share, a word, another unit, a short form, a place in a row, or unrounded.</summary>
internal static class NumberForms
{
    /// <param name="number">A number of the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="sentence">A sentence of the source.</param>
    /// <param name="within">What of the sentence may say it, where the form does not take in the words around; null where any part may.</param>
    public static bool Hold(NumberMention number, StatedText claim, StatedText sentence, IReadOnlyList<StatedWord>? within = null) =>
        Shares.Hold(number, claim, sentence) || CountingWords.Hold(number, within ?? sentence.Words, sentence) || Measures.Hold(number, claim, sentence, within) || ShortForms.Numbered(number, claim, sentence)
        || Places.Hold(number, claim, sentence) || Approximations.Hold(number, claim.Text, sentence.Numbers.Where(n => within is null || within.Any(w => n.Range.Overlaps(w.Range))));
}
