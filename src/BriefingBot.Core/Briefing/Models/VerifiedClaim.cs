using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A sentence of a model that a passage supports.</summary>
/// <param name="Text">Without markers.</param>
/// <param name="Source">The passage it rests on, which need not be the one the model named.</param>
/// <param name="Range">The sentences of the revision it rests on.</param>
internal sealed record VerifiedClaim(string Text, PackedPassage Source, TextRange Range);
