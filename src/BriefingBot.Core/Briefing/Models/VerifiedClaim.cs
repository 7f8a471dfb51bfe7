using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A sentence of a model that a passage supports.</summary>
/// <param name="Text">Without markers.</param>
/// <param name="Source">The passage it rests on, which need not be the one the model named.</param>
/// <param name="Range">The sentences of the revision it rests on.</param>
/// <param name="Further">Other passages the model named, without which it would not hold; usually none.</param>
internal sealed record VerifiedClaim(string Text, PackedPassage Source, TextRange Range, IReadOnlyList<(PackedPassage Source, TextRange Range)> Further)
{
    /// <summary>All it rests on, the nearest first.</summary>
    public IEnumerable<(PackedPassage Source, TextRange Range)> Sources => Further.Prepend((Source, Range));
}
