namespace BriefingBot.Core.Briefing.Models;

/// <summary>One sentence of a model and the passage numbers it gives for it; none where it gives none, and any number it likes.</summary>
internal sealed record DraftClaim(string Text, IReadOnlyList<int> Passages);

/// <summary>What became of a model's text.</summary>
/// <param name="Claims">In the order they were written.</param>
/// <param name="Refused">It says the passages do not answer.</param>
/// <param name="Endless">It wrote more than anybody asked for and was cut.</param>
internal sealed record ParsedDraft(IReadOnlyList<DraftClaim> Claims, bool Refused, bool Endless);
