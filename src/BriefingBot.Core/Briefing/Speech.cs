namespace BriefingBot.Core.Briefing;

/// <summary>Words by which a report lets somebody speak, and words by which somebody denies.</summary>
internal static class Speech
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "said", "says", "told", "added", "warned", "claimed", "claims", "stated", "according", "announced", "reported", "insisted", "argued", "described",
        "acknowledged", "admitted", "confirmed", "declared", "pledged", "urged", "saying", "adding",
    };

    private static readonly HashSet<string> Denying = new(StringComparer.Ordinal)
    {
        "denied", "denies", "deny", "denying", "rejected", "rejects", "rejecting", "dismissed", "dismisses", "refuted", "refutes", "disputed", "disputes",
        "contradicted", "contradicts", "incorrect", "untrue", "baseless", "unfounded",
    };

    public static bool In(string text) => text.Contains('“', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) || Words(text).Any(w => Verbs.Contains(w.Word));

    /// <summary>The word by which a sentence denies outright ("denied", "rejected", "incorrect"); null where none does.</summary>
    public static (string Word, int Start, int End)? Denial(string text)
    {
        foreach (var word in Words(text))
        {
            if (Denying.Contains(word.Word))
                return word;
        }

        return null;
    }

    /// <summary>Lower-case words with their places.</summary>
    public static IEnumerable<(string Word, int Start, int End)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            yield return (text[start..i].ToLowerInvariant(), start, i);
            start = -1;
        }
    }
}
