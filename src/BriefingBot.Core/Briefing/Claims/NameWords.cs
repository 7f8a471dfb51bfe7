namespace BriefingBot.Core.Briefing.Claims;

/// <summary>Whether a word of a name stands in a passage, in this form or a near one.</summary>
internal static class NameWords
{
    /// <summary>"Germany" and "German", "Lissan" and "Lissa" begin alike this far.</summary>
    private const int SameBeginning = 4;

    public static bool Stands(StatedWord name, Evidence evidence) =>
        Stands(name, evidence.Whole.Content, evidence.Whole.Words) || Stands(name, evidence.Heading.Content, evidence.Heading.Words) || (HasDigit(name.Word) && evidence.Whole.Squeezed.Contains(StatedText.Squeeze(name.Word)));

    // Names with figures are written with and without strokes and brackets: "SHP-2" and "SHP2".
    private static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    public static bool Stands(StatedWord name, HashSet<string> content, IReadOnlyList<StatedWord> words)
    {
        if (content.Contains(name.Value))
            return true;
        if (name.Word.Contains('-', StringComparison.Ordinal) && !name.Word.Any(char.IsAsciiDigit) && name.Word.Split('-').Any(part => part.Length >= 3 && content.Contains(part)))
            return true;
        foreach (var word in words)
        {
            if (string.Equals(word.Word, name.Word, StringComparison.Ordinal) || Akin(word.Word, name.Word))
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
}
