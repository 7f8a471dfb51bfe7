using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Whether a word of a name stands in a passage, in this form or a near one.</summary>
internal static class NameWords
{
    /// <summary>"Germany" and "German", "Lissan" and "Lissa" begin alike this far.</summary>
    private const int SameBeginning = 4;

    /// <summary>A slip of the pen in a word this long makes no other name of it.</summary>
    private const int LongEnough = 7;

    public static bool Stands(StatedWord name, Evidence evidence) => Stands(name, evidence.Whole) || Stands(name, evidence.Heading);

    /// <summary>Where a name looks like a small word (WHO, US), that word is not the name.</summary>
    public static bool Stands(StatedWord name, StatedText text) => name.LooksSmall
        ? text.Content.Contains(name.Value) || text.Words.Any(w => Demonyms.Same(w, name))
        : Stands(name, text.Content, text.Words) || text.Squeezed.Contains(SymbolForm.Of(name.Word));

    private static bool Stands(StatedWord name, HashSet<string> content, IReadOnlyList<StatedWord> words)
    {
        if (content.Contains(name.Value) && (HasFigures(name.Value) || !HasFigures(name.Word)))
            return true;
        if (name.Word.Contains('-', StringComparison.Ordinal) && !name.Word.Any(char.IsAsciiDigit) && name.Word.Split('-').Any(part => part.Length >= 3 && content.Contains(part)))
            return true;
        var bare = Bare(name.Word);
        foreach (var word in words)
        {
            if (string.Equals(word.Word, name.Word, StringComparison.Ordinal) || string.Equals(word.Word, bare, StringComparison.Ordinal) || Akin(word.Word, name.Word) || Misspelt(word.Word, name.Word) || Demonyms.Same(word, name))
                return true;
        }

        return false;
    }

    public static bool Akin(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter < SameBeginning || a.AsSpan().ContainsAnyInRange('0', '9') || b.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        return same == shorter ? Math.Max(a.Length, b.Length) - shorter <= 4 : same >= Math.Max(SameBeginning, shorter - 2) && Math.Max(a.Length, b.Length) - same <= 4;
    }

    private static bool HasFigures(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    // "COVID-19" is the "COVID" of a text that gives it no figure.
    private static string? Bare(string word) =>
        word.AsSpan().TrimEnd("-0123456789").ToString() is { Length: >= 3 } bare && bare.Length < word.Length && bare.All(char.IsLetter) ? bare : null;

    /// <summary>One letter too many, too few or wrong.</summary>
    private static bool Misspelt(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < LongEnough || Math.Abs(a.Length - b.Length) > 1 || !a.All(char.IsLetter) || !b.All(char.IsLetter))
            return false;
        var before = a.AsSpan().CommonPrefixLength(b);
        var behind = 0;
        while (behind < Math.Min(a.Length, b.Length) - before && a[^(behind + 1)] == b[^(behind + 1)])
            behind++;
        return Math.Max(a.Length, b.Length) - before - behind <= 1;
    }
}
