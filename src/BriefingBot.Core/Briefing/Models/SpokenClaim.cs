using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A sentence of a model that holds, told while the model still writes.</summary>
/// <param name="Sentence">As the answer will have it, its numbers in its text.</param>
/// <param name="Sources">What its numbers stand for, in order.</param>
public sealed record SpokenClaim(AnswerSentence Sentence, IReadOnlyList<SpokenSource> Sources);

/// <summary>What a number of a <see cref="SpokenClaim"/> stands for.</summary>
/// <param name="Number">The number.</param>
/// <param name="Document">What is known of the document.</param>
/// <param name="Quote">Its sentences that support the claim.</param>
public sealed record SpokenSource(int Number, DocumentMetadata Document, string Quote);
