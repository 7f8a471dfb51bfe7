using BriefingBot.Core.Briefing.Claims;

namespace BriefingBot.Core.Evaluation.Perturbing;

/// <summary>A claim its passages support.</summary>
/// <param name="Id">Names it in the per-item file.</param>
/// <param name="Text">The claim.</param>
/// <param name="Passages">What supports it.</param>
/// <param name="Verbatim">It is a sentence of a passage; else somebody's own words.</param>
internal sealed record PerturbItem(string Id, string Text, IReadOnlyList<Evidence> Passages, bool Verbatim)
{
    public bool Says(string word) => Passages.Any(p => p.Whole.Words.Any(w => string.Equals(w.Word, word, StringComparison.OrdinalIgnoreCase)));
}
