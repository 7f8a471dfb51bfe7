using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Briefing;

/// <summary>What the writer proposes; nothing of it is shown before it is verified.</summary>
/// <param name="Status">Answered, doubtful or insufficient.</param>
/// <param name="Score">The refusal score.</param>
/// <param name="Quotes">In the order they will stand; empty when the library does not say.</param>
/// <param name="Related">Nearest sentences that are no answer; empty when answered.</param>
/// <param name="Differ">Two of the quotes that disagree; null where they do not.</param>
internal sealed record Draft(
    AnswerStatus Status, double Score, IReadOnlyList<ChosenQuote> Quotes, IReadOnlyList<ChosenQuote> Related, Disagreement? Differ);
