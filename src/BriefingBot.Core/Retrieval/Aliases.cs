using BriefingBot.Core.Libraries;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>Another name that was searched for.</summary>
/// <param name="Name">The name as the question has it.</param>
/// <param name="Other">The other name of the same thing.</param>
/// <param name="NameTerms">Index terms of the question's name.</param>
/// <param name="OtherTerms">Index terms of the other name that the question does not hold itself.</param>
public sealed record AliasMatch(string Name, string Other, IReadOnlyList<string> NameTerms, IReadOnlyList<string> OtherTerms);

/// <summary>
/// Finds other names of what the question names. Names are compared by their letters and digits, so "ISKP" is "IS-KP"; little words inside a long
/// form do not count. One step along the pairs, and one more through a long form that several short forms share.
/// </summary>
internal static class Aliases
{
    private const int MostPerName = 6;

    public static List<AliasMatch> Find(string question, IReadOnlyList<QuestionTerm> terms, IReadOnlyList<Alias> aliases)
    {
        if (aliases.Count == 0)
            return [];
        var held = terms.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        var padded = Padded(question);
        var lower = padded.ToLowerInvariant();
        var matches = new List<AliasMatch>();
        foreach (var name in Named(aliases, padded, lower))
        {
            var nameTerms = TermsOf(name);
            foreach (var other in OthersOf(name, aliases))
            {
                var fresh = TermsOf(other).Where(t => !held.Contains(t)).Distinct(StringComparer.Ordinal).ToList();
                if (fresh.Count > 0 && !matches.Exists(m => m.OtherTerms.SequenceEqual(fresh, StringComparer.Ordinal)))
                    matches.Add(new AliasMatch(name, other, nameTerms, fresh));
            }
        }

        return matches;
    }

    /// <summary>Names of the list that the question holds as whole words, longest first, each spelling once.</summary>
    private static List<string> Named(IReadOnlyList<Alias> aliases, string padded, string lower)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in aliases)
        {
            foreach (var name in (ReadOnlySpan<string>)[alias.Name, alias.SameAs])
            {
                if (Holds(padded, lower, name))
                    named.TryAdd(Key(name), name);
            }
        }

        return [.. named.Values.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
    }

    /// <summary>A name without lower-case letters must be written in capitals: "IS" is not "is".</summary>
    private static bool Holds(string padded, string lower, string name)
    {
        // Thousands of names are compared per question; most do not even begin like anything in it.
        if (name.Length > 1 && char.IsAsciiLetter(name[0]) && char.IsAsciiLetter(name[1])
            && !lower.AsSpan().Contains([' ', char.ToLowerInvariant(name[0]), char.ToLowerInvariant(name[1])], StringComparison.Ordinal))
            return false;
        var wanted = Padded(name);
        if (wanted.Length < 4)
            return false;
        return name.Any(char.IsLower)
            ? lower.Contains(wanted.ToLowerInvariant(), StringComparison.Ordinal)
            : padded.Contains(wanted, StringComparison.Ordinal);
    }

    private static IEnumerable<string> OthersOf(string name, IReadOnlyList<Alias> aliases)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(name) };
        var others = new List<string>();
        var frontier = new List<string> { Key(name) };
        for (var step = 0; step < 2; step++)
        {
            var reached = new List<string>();
            foreach (var alias in aliases)
            {
                var (a, b) = (Key(alias.Name), Key(alias.SameAs));
                if (frontier.Contains(a, StringComparer.Ordinal) && seen.Add(b))
                    Reach(b, alias.SameAs);
                else if (frontier.Contains(b, StringComparer.Ordinal) && seen.Add(a))
                    Reach(a, alias.Name);
            }

            frontier = reached;

            void Reach(string key, string written)
            {
                reached.Add(key);
                others.Add(written);
            }
        }

        return others.Take(MostPerName);
    }

    /// <summary>Index terms of a name as they stand in running text, where capitals are kept.</summary>
    internal static List<string> TermsOf(string name)
    {
        const string before = "so ";
        var text = before + name + " did";
        return [.. Analyser.Analyse(text, null)
            .Where(t => t.Range.Start >= before.Length && t.Range.End <= before.Length + name.Length)
            .Select(t => t.Value)];
    }

    internal static string Key(string name) => Padded(name).ToLowerInvariant()
        .Replace(" of ", " ", StringComparison.Ordinal).Replace(" the ", " ", StringComparison.Ordinal).Replace(" and ", " ", StringComparison.Ordinal);

    /// <summary>Letters and digits, words between single spaces; hyphens and dots inside a word go ("IS-KP" is "ISKP", "U.S." is "US").</summary>
    private static string Padded(string text)
    {
        var padded = new System.Text.StringBuilder(text.Length + 2).Append(' ');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
                padded.Append(c);
            else if (c is '-' or '‑' or '‐' && InCapitals(text, i))
                continue;
            else if (c is not ('.' or '\'' or '’') && padded[^1] != ' ')
                padded.Append(' ');
        }

        if (padded[^1] != ' ')
            padded.Append(' ');
        return padded.ToString();
    }

    private static bool InCapitals(string text, int hyphen) =>
        hyphen > 0 && hyphen + 1 < text.Length && char.IsUpper(text[hyphen - 1]) && char.IsUpper(text[hyphen + 1])
        && (hyphen + 2 >= text.Length || !char.IsLower(text[hyphen + 2]));
}
