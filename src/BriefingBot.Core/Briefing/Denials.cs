using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefing;

/// <summary>An account is not whole without the voice that denies.</summary>
internal static class Denials
{
    /// <summary>A passage that matches so much worse than the best one is about something else.</summary>
    private const double LeastShare = .3;

    /// <summary>The best sentence that denies and names something the question names; null where there is none near the question.</summary>
    public static SentenceCandidate? Best(IReadOnlyList<SentenceCandidate> ranked, RetrievalResult retrieved)
    {
        var names = retrieved.Question.Names.SelectMany(n => n.Terms).Concat(retrieved.Aliases.SelectMany(a => a.OtherTerms)).ToHashSet(StringComparer.Ordinal);
        return ranked
            .FirstOrDefault(s => s.PassageShare >= LeastShare && Speech.Denial(s.Text) is not null && (names.Count == 0 ? s.Coverage > 0 : s.Values.Overlaps(names)));
    }
}
