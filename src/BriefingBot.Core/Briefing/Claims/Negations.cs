namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Words that turn a statement round, and what they turn round.</summary>
internal static class Negations
{
    private const int Reach = 5;
    private const int Scope = 2;

    /// <summary>Words of content that name a thing of their own.</summary>
    private const int OtherThing = 3;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "none", "neither", "nor", "nobody", "nothing", "nowhere", "without", "cannot",
    };

    private static readonly HashSet<string> Failing = new(StringComparer.Ordinal) { "fail", "failed", "fails", "failing", "failure", "unable", "lack", "lacks", "lacked", "lacking", "absence", "absent", "refused", "refuses", "refusal", "dispensable" };

    private static readonly HashSet<string> Near = new(StringComparer.Ordinal)
    {
        "fail", "failed", "fails", "failure", "lack", "lacks", "lacked", "lacking", "unable", "absence", "absent", "little", "few", "rarely", "hardly", "scarcely", "seldom",
        "refused", "refuses", "instead", "unlike", "except", "unlikely", "impossible", "avoid", "avoided", "prevent", "prevented", "stopped", "ineffective", "similar", "fewer", "less",
        "prevents", "preventing", "prohibit", "prohibits", "prohibited", "prohibition", "ban", "bans", "banned", "forbid", "forbids", "forbidden", "barred", "illegal", "abstain", "abstinence", "refusal", "dispensable",
    };

    /// <summary>Words that always carry one: what fails to be is not.</summary>
    public static bool Fails(string word) => Failing.Contains(word);

    /// <summary>Words that may carry a "not" in other words: "failed to", "little evidence".</summary>
    public static bool IsNear(string word) => Near.Contains(word) || Is(word);

    public static bool Is(string word) => Words.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);

    /// <summary>"not only … but also" and "no longer than" turn nothing round.</summary>
    public static IEnumerable<int> In(StatedText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            // In capitals it is an acronym (nitric oxide) or a heading.
            if (Is(text.Words[i].Word) && !(text.Words[i].Word.Length == 2 && char.IsUpper(text.Text[text.Words[i].End - 1])) && !(i + 1 < text.Words.Count && text.Words[i + 1].Word is "only" or "just" or "merely" or "least"))
                yield return i;
        }
    }

    /// <summary>
    /// Whether what a sentence denies may be the claim's matter: it shares a word with what stands before the negation, or too little stands there to be
    /// another thing ("They were not altered", "the mayor did not"). What is denied of another thing turns nothing of the claim round.
    /// </summary>
    public static bool MaySpeakOf(StatedText sentence, int negation, StatedText claim)
    {
        var before = sentence.Words.Take(negation).Select(w => w.Value).Where(sentence.Content.Contains).ToList();
        return before.Count < OtherThing || before.Exists(claim.Content.Contains);
    }

    /// <summary>Index terms of the next content words behind a negation; where none follows, of the last one before it.</summary>
    public static IReadOnlyList<string> ScopeOf(StatedText text, int negation)
    {
        var scope = new List<string>();
        for (var i = negation + 1; i < text.Words.Count && i <= negation + Reach && scope.Count < Scope; i++)
        {
            if (text.Content.Contains(text.Words[i].Value))
                scope.Add(text.Words[i].Value);
        }

        return scope;
    }
}
