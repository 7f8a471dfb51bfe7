using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Claims;

/// <summary>A name in letters and the name written out are one: "WNV" and "West Nile virus".</summary>
internal static class Initials
{
    private const int Shortest = 2;
    private const int Longest = 6;

    /// <summary>From so many letters on one word more may stand among those they are the first letters of.</summary>
    private const int Loose = 4;

    public static bool Stand(StatedWord name, StatedText claim, StatedText source)
    {
        var written = claim.Text[name.Start..name.End];
        if (IsAcronym(written))
            return Spelled(written, claim.Words) || Spelled(written, source.Words);
        if (claim.DottedAround(name) is { } dotted)
            return source.Acronyms.Contains(dotted) || Spelled(dotted, source.Words);
        return source.Acronyms.Count > 0 && Runs(claim, name).Any(run => run.Length is >= Shortest and <= Longest && source.Acronyms.Contains(run));
    }

    /// <summary>"SNPs" too.</summary>
    private static bool IsAcronym(string word) => word.AsSpan().TrimEnd('s') is { Length: >= Shortest and <= Longest } letters && !letters.ContainsAnyExceptInRange('A', 'Z');

    private static bool Spelled(string acronym, IReadOnlyList<StatedWord> words)
    {
        var letters = acronym.TrimEnd('s').ToLowerInvariant();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Word[0] == letters[0] && Spelled(letters, words, i))
                return true;
        }

        return false;
    }

    private static bool Spelled(string letters, IReadOnlyList<StatedWord> words, int first)
    {
        var (at, others) = (1, letters.Length >= Loose ? 1 : 0);
        for (var i = first + 1; at < letters.Length; i++)
        {
            if (i == words.Count)
                return false;
            if (words[i].Word[0] == letters[at])
                at++;
            else if (!StopWords.Contains(words[i].Word) && others-- == 0)
                return false;
        }

        return true;
    }

    /// <summary>Initials of every run of words the name's word is part of, with its small words and without.</summary>
    private static IEnumerable<string> Runs(StatedText claim, StatedWord name)
    {
        var (words, at) = (claim.Words, claim.IndexOf(name));
        for (var first = Math.Max(0, at - Longest + 1); first <= at; first++)
        {
            for (var last = Math.Max(at, first + 1); last < Math.Min(words.Count, first + Longest); last++)
            {
                var run = words.Skip(first).Take(last - first + 1).ToList();
                if (StopWords.Contains(run[0].Word) || StopWords.Contains(run[^1].Word))
                    continue;
                yield return string.Concat(run.Select(w => w.Word[0]));
                yield return string.Concat(run.Where(w => !StopWords.Contains(w.Word)).Select(w => w.Word[0]));
            }
        }
    }
}
