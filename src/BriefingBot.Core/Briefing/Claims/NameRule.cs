using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>
/// No name of the claim is missing from the passages altogether; of all their words no more than half are missing, and of what is nearly the source's own
/// sentence no more than a third.
/// </summary>
internal sealed class NameRule : IClaimRule
{
    private const double Missing = .5;
    private const double NearMissing = .34;

    public string Name => "name";

    public string? Fault(Claim claim, EvidenceWindow window, IReadOnlyList<Evidence> cited)
    {
        if (claim.NameWords.Count == 0)
            return null;
        var missing = claim.NameWords.Where(w => !cited.Any(e => NameWords.Stands(w, e) || Initials.Stand(w, claim.Stated, e.Whole) || ShortForms.Stand(w, claim.Stated, e.Whole) || Explained(w, claim, e))).ToList();
        if (claim.Names.FirstOrDefault(name => name.All(w => missing.Exists(m => string.Equals(m.Value, w.Value, StringComparison.Ordinal)))) is { } foreign)
            return Sentence(claim, foreign[0].Start, foreign[^1].End);
        return missing.Count > Allowed(missing.Count, claim, cited) * claim.NameWords.Count ? Sentence(claim, missing[0].Start, missing[0].End) : null;
    }

    private static string Sentence(Claim claim, int start, int end) => $"The name “{claim.Text[start..end]}” does not stand in the source.";

    // What is nearly a sentence of the source has no reason to bring a name the source has not.
    private static double Allowed(int missing, Claim claim, IReadOnlyList<Evidence> cited) =>
        missing > Missing * claim.NameWords.Count && cited.Any(e => e.Sentences.Any(s => NearVerbatim.Of(claim.Stated, s.Stated) is not null)) ? NearMissing : Missing;

    /// <summary>
    /// The claim gives a long and a short form of it, and the passage has the other: most words of the long one; or the short one whole, where the passage
    /// does not give another long form for it.
    /// </summary>
    private static bool Explained(StatedWord word, Claim claim, Evidence evidence) => claim.Glosses.Any(gloss =>
    {
        var (written, shortForm) = (Within(claim, gloss.LongRange), Within(claim, gloss.ShortRange));
        return shortForm.Contains(word) ? written.Count(w => NameWords.Stands(w, evidence)) * 2 > written.Count
            : written.Contains(word) && shortForm.Count > 0 && shortForm.TrueForAll(w => NameWords.Stands(w, evidence)) && !evidence.Glosses.Any(g => string.Equals(g.ShortForm, gloss.ShortForm, StringComparison.OrdinalIgnoreCase));
    });

    private static List<StatedWord> Within(Claim claim, TextRange range) => [.. claim.Stated.Words.Where(w => w.Range.Overlaps(range))];
}
