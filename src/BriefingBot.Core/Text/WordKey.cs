namespace BriefingBot.Core.Text;

/// <summary>A number for a token as written, by which <see cref="WordForms"/> finds it. Most words of a text are told apart by it alone, and need not be compared letter by letter.</summary>
internal static class WordKey
{
    /// <summary>26 letters, and none: 13 of them make a number below 2^62.</summary>
    private const int Letters = 27, LongestPacked = 13;

    private const ulong Capital = 1UL << 63, Hashed = 1UL << 62;

    /// <summary>The word itself where it is short and of small letters a–z behind the first; else a hash.</summary>
    /// <param name="raw">Not empty.</param>
    public static ulong Of(ReadOnlySpan<char> raw)
    {
        if (raw.Length > LongestPacked) return HashOf(raw);
        var first = (uint)((raw[0] | ' ') - 'a');
        if (first >= Letters - 1) return HashOf(raw);
        var key = (ulong)first + 1;
        for (var at = 1; at < raw.Length; at++)
        {
            var letter = (uint)(raw[at] - 'a');
            if (letter >= Letters - 1) return HashOf(raw);
            key = (key * Letters) + letter + 1;
        }

        return raw[0] < 'a' ? key | Capital : key;
    }

    /// <summary>Whether other tokens may have the key too.</summary>
    public static bool IsHash(ulong key) => (key & Hashed) != 0;

    private static ulong HashOf(ReadOnlySpan<char> raw)
    {
        var hash = Fnv.Basis64;
        foreach (var character in raw) hash = Fnv.With(hash, character);
        return (hash & ~Capital) | Hashed;
    }
}
