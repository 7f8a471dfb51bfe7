using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A sentence of a model that holds, told while the model still writes.</summary>
/// <param name="Sentence">As the answer will have it, its number in its text.</param>
/// <param name="Source">What is known of the document it rests on.</param>
/// <param name="Quote">The sentences of the document it rests on.</param>
public sealed record SpokenClaim(AnswerSentence Sentence, DocumentMetadata Source, string Quote)
{
    /// <summary>The number of its source.</summary>
    public int Number => Sentence.Citations[0];
}
