using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A name cut short and the name in full are one: "J. Tamm" and "Jonas Tamm", "St." and "Saint", "PhxIns(3,4)" where phoxidylinositol is spoken of.</summary>
internal static class ShortForms
{
    private const int ShortestStem = 3;

    /// <summary>Fewer letters stand in order in many words.</summary>
    private const int ShortestSymbol = 5;

    /// <summary>A symbol leaves out so many letters at least; else it is another word.</summary>
    private const int LeastLeftOut = 3;

    /// <summary>Short for one word, so that no initials lead there.</summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["st"] = "saint",
        ["mt"] = "mount",
        ["ft"] = "fort",
        ["jr"] = "junior",
        ["sr"] = "senior",
        ["univ"] = "university",
        ["dept"] = "department",
        ["corp"] = "corporation",
        ["inc"] = "incorporated",
        ["ltd"] = "limited",
        ["bros"] = "brothers",
        ["hq"] = "headquarters",
        ["tv"] = "television",
        ["tb"] = "tuberculosis",
        ["iv"] = "intravenous",
    };

    /// <summary>Whether the source has the name cut short, or in full where the claim cuts it short.</summary>
    public static bool Stand(StatedWord name, StatedText claim, StatedText source) =>
        source.Words.Any(w => IsUsual(name.Word, w.Word) || IsUsual(w.Word, name.Word) || IsStem(name, claim, w, source) || IsStem(w, source, name, claim)) || IsInitial(name, claim, source)
        || (IsSymbol(name, claim.Text) && claim.Words.Concat(source.Words).Any(w => Shortens(name.Word, w.Word)));

    private static bool IsUsual(string brief, string full) => Usual.TryGetValue(brief, out var known) && string.Equals(known, full, StringComparison.Ordinal);

    /// <summary>Letters in capitals, and the same with an ending: "KARB" and "KARBergic".</summary>
    private static bool IsStem(StatedWord letters, StatedText of, StatedWord derived, StatedText text)
    {
        var stem = of.Text.AsSpan(letters.Start, letters.End - letters.Start);
        var word = text.Text.AsSpan(derived.Start, derived.End - derived.Start);
        return stem.Length >= ShortestStem && word.Length > stem.Length && word.StartsWith(stem, StringComparison.Ordinal) && !stem.ContainsAnyExceptInRange('A', 'Z') && !word[stem.Length..].ContainsAnyExceptInRange('a', 'z');
    }

    /// <summary>One of the two is the other's first letter, and the same word follows: "E. vassi" and "Ebria vassi".</summary>
    private static bool IsInitial(StatedWord name, StatedText claim, StatedText source)
    {
        if (Behind(claim, claim.Words.ToList().FindIndex(w => w.Start == name.Start)) is not { } next)
            return false;
        return source.Words.Index().Any(other => other.Item.Word[0] == name.Word[0] && IsInitial(other.Item, source.Text) != IsInitial(name, claim.Text)
            && Behind(source, other.Index) is { } theirs && string.Equals(next.Word, theirs.Word, StringComparison.Ordinal));
    }

    // The "S" of "U.S." is none.
    private static bool IsInitial(StatedWord word, string text) =>
        word.Word.Length == 1 && word.End < text.Length && text[word.End] is '.' && (word.Start == 0 || text[word.Start - 1] is not '.');

    /// <summary>The next word that is no initial; null where it carries nothing.</summary>
    private static StatedWord? Behind(StatedText text, int index)
    {
        for (var i = index + 1; i < text.Words.Count; i++)
        {
            if (text.Words[i].Word.Length > 1)
                return StopWords.Contains(text.Words[i].Word) ? null : text.Words[i];
        }

        return null;
    }

    /// <summary>Letters with figures tied to them.</summary>
    private static bool IsSymbol(StatedWord name, string text) =>
        name.Word.Length >= ShortestSymbol && name.Word.All(char.IsLetter) && name.End + 1 < text.Length && text[name.End] is '(' && char.IsAsciiDigit(text[name.End + 1]);

    /// <summary>The symbol's letters stand in order in the word, the first at its beginning.</summary>
    private static bool Shortens(string symbol, string word)
    {
        if (word.Length < symbol.Length + LeastLeftOut || word[0] != symbol[0])
            return false;
        var at = 0;
        foreach (var letter in word)
            at += at < symbol.Length && letter == symbol[at] ? 1 : 0;
        return at == symbol.Length;
    }
}
