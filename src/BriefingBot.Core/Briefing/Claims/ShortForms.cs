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
        source.Words.Any(w => IsUsual(name.Word, w.Word) || IsUsual(w.Word, name.Word) || IsCut(name, claim, w, source) || IsCut(w, source, name, claim) || IsStem(name, claim, w, source) || IsStem(w, source, name, claim)) || IsInitial(name, claim, source)
        || (IsSymbol(name, claim.Text) && claim.Words.Concat(source.Words).Any(w => Shortens(name.Word, w.Word)))
        || (Numbered(name.Word) is var (letters, figures) && HasNumbered(letters, figures, source));

    /// <summary>The 6 of "Krandokin 6" or "Krandokin-6" where the source has "KR-6".</summary>
    public static bool Numbered(NumberMention number, StatedText claim, StatedText source)
    {
        if (number.Unit is not NumberUnit.None)
            return false;
        if (claim.WordAround(number) is { } around)
            return Numbered(around.Word) is var (letters, figures) && HasNumbered(letters, figures, source);

        // "At 12" is no short form of "August 12": of the two, one is written as one word.
        return claim.Words.LastOrDefault(w => w.End < number.Range.Start) is { Word: { } word } before && number.Range.Start - before.End == 1
            && word.All(char.IsLetter) && !StopWords.Contains(word) && source.Words.Any(w => Numbered(w.Word) is var (letters, same) && IsSameSymbol(word, number.Range.Of(claim.Text), letters, same));
    }

    private static bool HasNumbered(string letters, string figures, StatedText source)
    {
        for (var i = 0; i < source.Words.Count; i++)
        {
            var theirs = Numbered(source.Words[i].Word)
                ?? (i + 1 < source.Words.Count && source.Words[i + 1] is { } next && next.Word.All(char.IsAsciiDigit) ? (source.Words[i].Word, next.Word) : null);
            if (theirs is var (other, same) && IsSameSymbol(letters, figures, other, same))
                return true;
        }

        return false;
    }

    private static bool IsSameSymbol(string letters, string figures, string otherLetters, string otherFigures) =>
        string.Equals(figures, otherFigures, StringComparison.Ordinal) && (Shortens(letters, otherLetters) || Shortens(otherLetters, letters));

    /// <summary>"KR-6" and "kr6" taken apart; null where the word is no such one.</summary>
    private static (string Letters, string Figures)? Numbered(string word)
    {
        var letters = word.AsSpan().TrimEnd("0123456789");
        var figures = word[letters.Length..];
        letters = letters.TrimEnd('-');
        return figures.Length > 0 && letters.Length > 1 && !letters.ContainsAnyExceptInRange('a', 'z') ? (letters.ToString(), figures) : null;
    }

    private static bool IsUsual(string brief, string full) => Usual.TryGetValue(brief, out var known) && string.Equals(known, full, StringComparison.Ordinal);

    /// <summary>"Harrak." with its full stop for "Harrakia": cut short, and marked so.</summary>
    private static bool IsCut(StatedWord brief, StatedText of, StatedWord full, StatedText text) =>
        brief.Word.Length >= ShortestStem && full.Word.Length > brief.Word.Length && full.Word.All(char.IsLetter) && full.Word.StartsWith(brief.Word, StringComparison.Ordinal)
        && brief.End < of.Text.Length && of.Text[brief.End] is '.' && char.IsUpper(of.Text[brief.Start]) && char.IsUpper(text.Text[full.Start]);

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
        if (Behind(claim, claim.IndexOf(name)) is not { } next)
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
