using System.Text;

namespace BriefingBot.Core.Text;

/// <summary>
/// The one form of a word that is written in more than one way: letters and digits in lower case, and the Greek letters of symbols as the Latin ones that are
/// typed for them. "TNF-α", "TNF-alpha", "TNFα" and "TNFa" are one; so are "A.B.C." and "ABC".
/// </summary>
internal static class SymbolForm
{
    /// <summary>Longer ones are no symbols, and hold no names of Greek letters.</summary>
    private const int LongestSymbol = 48;

    /// <summary>Of α to ω; those whose name is short, and may be part of any word, keep it.</summary>
    private static readonly string[] Latin = "a b g d e z eta th iota k l mu nu xi omicron pi rho s s tau upsilon phi chi psi o".Split(' ');

    private static readonly (string Name, string Letter)[] Written =
    [
        ("alpha", "a"), ("beta", "b"), ("gamma", "g"), ("delta", "d"), ("epsilon", "e"), ("zeta", "z"), ("theta", "th"), ("kappa", "k"), ("lambda", "l"), ("sigma", "s"), ("omega", "o"),
    ];

    /// <summary>Empty where the word has neither letters nor digits. A Greek letter that stands alone keeps its name, for it is no "a".</summary>
    /// <param name="word">One word; what stands between its letters goes.</param>
    public static string Of(string word)
    {
        var form = new StringBuilder(word.Length);
        var (at, greek) = (0, 0);
        while (at < word.Length)
        {
            if (word.Length <= LongestSymbol && Name(word, at) is var (name, letter))
            {
                form.Append(letter);
                (at, greek) = (at + name.Length, greek + 1);
                continue;
            }

            var c = char.ToLowerInvariant(word[at++]);
            if (c is >= 'α' and <= 'ω')
            {
                form.Append(Latin[c - 'α']);
                greek++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                form.Append(c is 'µ' ? "mu" : c);
            }
        }

        return greek == 1 && form.Length == 1 ? Array.Find(Written, w => w.Letter[0] == form[0]).Name : form.ToString();
    }

    /// <summary>A name written out, where another begins behind it or no letter stands there: "alphabet" has none.</summary>
    private static (string Name, string Letter)? Name(string word, int at)
    {
        foreach (var written in Written)
        {
            var end = at + written.Name.Length;
            if (word.AsSpan(at).StartsWith(written.Name, StringComparison.OrdinalIgnoreCase) && (end == word.Length || !char.IsLetter(word[end]) || Name(word, end) is not null))
                return written;
        }

        return null;
    }
}
