namespace BriefingBot.Core.Briefing.Claims;

/// <summary>
/// A quotation that marks what it leaves out: "calm [...] and ready". It stands where every part is the source's own text, in order, within one sentence,
/// and nothing left out turns round or conditions what is kept.
/// </summary>
internal static class QuoteOmissions
{
    /// <summary>Words between two parts; whoever leaves out more quotes two things.</summary>
    private const int LongestOmission = 12;

    /// <summary>One part at least is more than words that stand anywhere.</summary>
    private const int LongestPart = 3;

    private static readonly string[] Bracketed = ["[...]", "[…]", "[. . .]", "(...)", "(…)", "(. . .)"];
    private static readonly string[] Bare = ["...", "…", ". . ."];

    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal)
    {
        "if", "unless", "whether", "until", "would", "could", "might", "may", "should", "almost", "nearly", "barely", "supposedly", "allegedly", "reportedly", "perhaps", "possibly", "maybe", "than", "pretend", "pretended", "false", "wrong",
    };

    /// <summary>The sentence of the passage that holds the quotation; null where none does, or where the quotation marks no omission.</summary>
    public static EvidenceSentence? Find(string quoted, Evidence evidence)
    {
        var bracketed = Parts(quoted, Bracketed);
        var parts = bracketed.Count > 1 ? bracketed : Parts(quoted, Bare);
        if (parts.Count < 2 || parts.TrueForAll(p => StatedText.Parts(p).Take(LongestPart).Count() < LongestPart))
            return null;

        // Dots of the source's own are a pause, and what is quoted with them must have them at its place.
        return evidence.Sentences.FirstOrDefault(s => Holds(s.Stated, parts, dots: bracketed.Count > 1));
    }

    private static List<string> Parts(string quoted, string[] marks) =>
        [.. quoted.Split(marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool Holds(StatedText sentence, List<string> parts, bool dots)
    {
        var end = -1;
        foreach (var part in parts)
        {
            var at = IndexOfWhole(sentence.Text, part, Math.Max(end, 0));
            if (at < 0 || (end >= 0 && !MayGo(sentence, end, at, dots)))
                return false;
            end = at + part.Length;
        }

        return true;
    }

    private static bool MayGo(StatedText sentence, int from, int to, bool dots)
    {
        var between = sentence.Text[from..to];
        var words = StatedText.Parts(between).Select(w => w.Word).ToList();
        return words.Count is > 0 and <= LongestOmission && !words.Exists(w => Negations.IsNear(w) || Conditions.Contains(w)) && Speech.Denial(between) is null
            && (dots || !Array.Exists(Bare, mark => between.Contains(mark, StringComparison.Ordinal)));
    }

    /// <summary>Where the part stands as whole words; -1 where it does not.</summary>
    private static int IndexOfWhole(string text, string part, int from)
    {
        for (var at = text.IndexOf(part, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            if ((at == 0 || !IsInside(text[at - 1], text[at])) && (end == text.Length || !IsInside(text[end - 1], text[end])))
                return at;
        }

        return -1;
    }

    private static bool IsInside(char before, char after) => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
}
