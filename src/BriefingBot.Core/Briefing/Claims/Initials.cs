namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A name in letters and the name written out are one: "WNV" and "West Nile virus".</summary>
internal static class Initials
{
    private const int Shortest = 2;
    private const int Longest = 6;

    public static bool Stand(StatedWord name, StatedText claim, Evidence evidence)
    {
        var written = claim.Text[name.Start..name.End];
        if (IsAcronym(written))
            return Spelled(written, claim.Words) || Spelled(written, evidence.Whole.Words);
        return Runs(claim.Words, name).Any(run => evidence.Whole.Words.Any(w => IsAcronym(evidence.Whole.Text[w.Start..w.End]) && string.Equals(w.Word, run, StringComparison.Ordinal)));
    }

    private static bool IsAcronym(string word) => word.Length is >= Shortest and <= Longest && word.All(char.IsAsciiLetterUpper);

    private static bool Spelled(string acronym, IReadOnlyList<StatedWord> words)
    {
        var letters = acronym.ToLowerInvariant();
        for (var i = 0; i + letters.Length <= words.Count; i++)
        {
            var same = 0;
            while (same < letters.Length && words[i + same].Word[0] == letters[same])
                same++;
            if (same == letters.Length)
                return true;
        }

        return false;
    }

    /// <summary>Initials of every run of words the name's word is part of.</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<StatedWord> words, StatedWord name)
    {
        var at = words.ToList().FindIndex(w => w.Start == name.Start);
        for (var first = Math.Max(0, at - Longest + 1); first <= at; first++)
        {
            for (var last = Math.Max(at, first + 1); last < Math.Min(words.Count, first + Longest); last++)
                yield return string.Concat(words.Skip(first).Take(last - first + 1).Select(w => w.Word[0]));
        }
    }
}
