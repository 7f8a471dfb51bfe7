namespace BriefingBot.Core.Briefing;

/// <summary>In what two accounts differ.</summary>
internal enum DisagreementKind { Number, Date, Denial }

/// <summary>Two sentences that cannot both be the whole story.</summary>
/// <param name="First">The one that stands first in the brief.</param>
/// <param name="FirstWords">Its words that differ, cut from its text.</param>
/// <param name="Second">The other.</param>
/// <param name="SecondWords">Its words that differ.</param>
/// <param name="Kind">In what they differ.</param>
internal sealed record Disagreement(SentenceCandidate First, string FirstWords, SentenceCandidate Second, string SecondWords, DisagreementKind Kind);
