namespace BriefingBot.Core.Stories;

/// <summary>A text as hashes of its words.</summary>
/// <param name="Words">Of <see cref="Shingles.Words"/>.</param>
/// <param name="Numbers">Those of them that begin with a digit.</param>
internal sealed record ShingledText(List<ulong> Words, List<ulong> Numbers)
{
    public static ShingledText Of(string text)
    {
        var numbers = new List<ulong>();
        return new ShingledText(Shingles.Words(text, numbers), numbers);
    }
}

/// <summary>A text as hashes of its words, and of runs of them. Case, punctuation and spacing do not count; where a script writes no spaces every character is a word.</summary>
internal static class Shingles
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>One hash per word, in order (FNV-1a over lower-case UTF-16; http://www.isthe.com/chongo/tech/comp/fnv/).</summary>
    /// <param name="text">Any text.</param>
    /// <param name="numbers">Receives the hashes of words that begin with a digit; null where nobody asks.</param>
    public static List<ulong> Words(string text, List<ulong>? numbers = null)
    {
        var words = new List<ulong>((text.Length / 6) + 4);
        var hash = Basis;
        var (inside, digit) = (false, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var part = char.IsAsciiLetterOrDigit(c) || (c > 127 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)));
            var wide = c > 127 && part && IsWide(c);
            if (inside && (!part || wide))
            {
                words.Add(hash);
                if (digit) numbers?.Add(hash);
                inside = false;
            }

            if (!part) continue;
            if (!inside) (hash, inside, digit) = (Basis, true, char.IsDigit(c));
            hash = (hash ^ (c < 128 ? (char)(c | (c is >= 'A' and <= 'Z' ? 32 : 0)) : char.ToLowerInvariant(c))) * Prime;
            if (wide)
            {
                words.Add(hash);
                inside = false;
            }
        }

        return words;
    }

    /// <summary>Hash of the words from <paramref name="at"/> on.</summary>
    public static ulong Of(List<ulong> words, int at, int length)
    {
        var hash = Basis;
        for (var i = at; i < at + length; i++) hash = Mixed(hash ^ words[i]);
        return hash;
    }

    // The finaliser of SplitMix64: every bit of the input reaches every bit of the output.
    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uD7A3' or >= '\u0E00' and <= '\u0EFF' or >= '\uF900' and <= '\uFAFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF';
}
