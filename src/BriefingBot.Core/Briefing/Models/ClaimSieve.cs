using BriefingBot.Core.Briefing.Claims;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Lets through what the passages support, and keeps what they do not with the reason.</summary>
internal sealed class ClaimSieve(PackedPassages packed)
{
    /// <summary>A sentence longer than this is none.</summary>
    private const int LongestClaim = 600;

    /// <summary>Who names more passages for one sentence names none.</summary>
    private const int MostTogether = 4;

    private readonly Dictionary<int, Evidence> _evidence = [];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public List<WithheldClaim> Withheld { get; } = [];

    /// <summary>Takes every passage apart; worth doing while the model still thinks.</summary>
    public void Prepare()
    {
        foreach (var passage in packed.Passages)
            _ = EvidenceOf(passage);
    }

    /// <summary>Null where it is withheld, or was there before.</summary>
    public VerifiedClaim? Pass(DraftClaim draft)
    {
        if (!_seen.Add(draft.Text))
            return null;
        if (draft.Text.Length > LongestClaim)
            return Withhold(draft.Text[..LongestClaim], "It is no sentence.");
        var cited = packed.Passages.Where(p => draft.Passages.Contains(p.Number)).ToList();
        var claim = Claim.Of(draft.Text, packed.Passages.Select(EvidenceOf));
        ClaimVerdict? first = null;

        // What the model cites comes first; a missing or wrong number is moved to a passage that does support the claim.
        foreach (var group in new[] { cited, [.. packed.Passages.Except(cited)] })
        {
            if (group.Count == 0)
                continue;
            var verdict = ClaimVerifier.Verify(claim, group.ConvertAll(EvidenceOf), together: false);
            if (verdict.Supported)
                return new VerifiedClaim(claim.Text, group[verdict.Passage], EvidenceReader.Cited(group[verdict.Passage].Range, verdict, claim), []);
            first ??= verdict;
        }

        return Together(claim, cited) ?? Withhold(draft.Text, first?.Reason ?? "There is no source.");
    }

    /// <summary>A sentence may rest on several passages it names, none of which says all of it.</summary>
    private VerifiedClaim? Together(Claim claim, List<PackedPassage> cited)
    {
        if (cited.Count is < 2 or > MostTogether || !ClaimVerifier.Verify(claim, cited.ConvertAll(EvidenceOf)).Supported)
            return null;
        foreach (var passage in cited.ToList())
        {
            List<PackedPassage> without = [.. cited.Where(other => other != passage)];
            if (without.Count > 1 && ClaimVerifier.Verify(claim, without.ConvertAll(EvidenceOf)).Supported)
                cited = without;
        }

        var verdict = ClaimVerifier.Verify(claim, cited.ConvertAll(EvidenceOf));
        var source = cited[verdict.Passage];
        return new VerifiedClaim(claim.Text, source, EvidenceReader.Cited(source.Range, verdict, claim),
            [.. cited.Where(other => other != source).Select(other => (other, EvidenceReader.Cited(other.Range, EvidenceOf(other).Windows.MaxBy(w => w.Coverage(claim.Stated))!, claim)))]);
    }

    private VerifiedClaim? Withhold(string text, string reason)
    {
        Withheld.Add(new WithheldClaim(text, reason));
        return null;
    }

    private Evidence EvidenceOf(PackedPassage passage) =>
        _evidence.TryGetValue(passage.Number, out var known) ? known : _evidence[passage.Number] = EvidenceReader.Of(passage.Ranked, passage.Range);
}
