using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A passage a model is shown, or its first sentences.</summary>
/// <param name="Number">By which the model points at it, from 1.</param>
/// <param name="Range">What of the revision's text is shown; whole sentences.</param>
internal sealed record PackedPassage(int Number, RankedPassage Ranked, TextRange Range)
{
    public string Text => Range.Of(Ranked.Revision.Text);
}

/// <summary>Passages as one text between two fence lines.</summary>
/// <param name="Fence">A line that stands in none of the passages.</param>
/// <param name="Body">One line per passage, so that none of them can begin a line of its own.</param>
internal sealed record PackedPassages(IReadOnlyList<PackedPassage> Passages, string Fence, string Body);
