using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefing;

/// <summary>An account is not whole without the voice that denies.</summary>
internal static class Denials
{
    /// <summary>
    /// The best sentence that denies outright ("rejected", "incorrect") and the best that says there is none ("has no …"), each only where it names
    /// something the question names.
    /// </summary>
    public static List<SentenceCandidate> Best(IReadOnlyList<SentenceCandidate> ranked, RetrievalResult retrieved)
    {
        var names = Names(retrieved);
        var near = ranked.Where(s => names.Count == 0 ? s.Coverage > 0 : s.Values.Overlaps(names)).ToList();
        var found = new List<SentenceCandidate>();
        if (near.Find(s => Speech.Denial(s.Text) is not null) is { } denied)
            found.Add(denied);
        if (near.Find(s => !found.Contains(s) && SentenceFacts.Of(s).None is not null) is { } none)
            found.Add(none);
        return found;
    }

    /// <summary>Terms of the question's names and of their aliases.</summary>
    public static HashSet<string> Names(RetrievalResult retrieved) =>
        retrieved.Question.Names.SelectMany(n => n.Terms).Concat(retrieved.Aliases.SelectMany(a => a.OtherTerms)).ToHashSet(StringComparer.Ordinal);
}
