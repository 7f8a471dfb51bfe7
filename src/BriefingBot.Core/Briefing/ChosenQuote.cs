using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing;

/// <summary>A sentence that will be quoted, with the predecessor it needs to be understood.</summary>
/// <param name="Sentence">The sentence that was chosen.</param>
/// <param name="Range">What is quoted of the revision: the sentence, or from its predecessor's start.</param>
internal sealed record ChosenQuote(SentenceCandidate Sentence, TextRange Range)
{
    /// <summary>Exactly the revision's text in <see cref="Range"/>.</summary>
    public string Text => Range.Of(Sentence.Revision.Text);
}
