using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Stories;

/// <summary>A text as hashes of its words.</summary>
/// <param name="Words">Of <see cref="Shingles.Words"/>.</param>
/// <param name="Numbers">Those of them that begin with a digit.</param>
/// <remarks>The lists are used again for the next text of the thread, once disposed of: every document is read so.</remarks>
internal sealed record ShingledText(List<ulong> Words, List<ulong> Numbers) : IDisposable
{
    /// <summary>Words of a long article; the lists of a book are not kept.</summary>
    private const int MostKept = 1 << 14;

    [ThreadStatic]
    private static ShingledText? spare;

    public static ShingledText Of(string text)
    {
        var words = spare ?? new ShingledText([], []);
        spare = null;
        Shingles.Words(text, words.Words, words.Numbers);
        return words;
    }

    public void Dispose()
    {
        if (Words.Capacity > MostKept) return;
        Words.Clear();
        Numbers.Clear();
        spare = this;
    }
}

/// <summary>A text as hashes of its words, and of runs of them. Case, punctuation and spacing do not count; where a script writes no spaces every character is a word.</summary>
internal static class Shingles
{
    /// <summary>What a character below 128 adds to its word's hash: letters in lower case, digits; zero between words.</summary>
    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : (byte)0)];

    /// <summary>One hash per word, in order (<see cref="Fnv"/> over lower-case letters). Libraries hold hashes made of these: they never change.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="numbers">Receives the hashes of words that begin with a digit; null where nobody asks.</param>
    public static List<ulong> Words(string text, List<ulong>? numbers = null)
    {
        var words = new List<ulong>((text.Length / 6) + 4);
        Words(text, words, numbers);
        return words;
    }

    /// <summary>The same, appended to a list.</summary>
    public static void Words(string text, List<ulong> words, List<ulong>? numbers)
    {
        ReadOnlySpan<byte> ascii = Ascii;
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            var hash = Fnv.Basis64;
            for (; at < text.Length && (text[at] < ascii.Length ? ascii[text[at]] : Part(text[at])) is not 0 and var part; at++) hash = Fnv.With(hash, part);
            if (at > start)
            {
                words.Add(hash);
                if (char.IsDigit(text[start])) numbers?.Add(hash);
            }

            if (at < text.Length && text[at] >= 128 && IsWide(text[at]) && char.IsLetterOrDigit(text[at])) words.Add(Fnv.With(Fnv.Basis64, char.ToLowerInvariant(text[at])));
        }
    }

    /// <summary>What another character adds to the hash of a word it is in; zero where it ends the word.</summary>
    private static uint Part(char c) => (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) && !IsWide(c) ? char.ToLowerInvariant(c) : 0u;

    /// <summary>A hash of every run of so many words, in order; where there are fewer words, one of all of them, and of none none.</summary>
    /// <param name="words">Of <see cref="Words"/>.</param>
    /// <param name="length">Words in a run.</param>
    public static ulong[] Runs(List<ulong> words, int length)
    {
        var runs = new ulong[words.Count];
        return runs[..Runs(words, length, runs)];
    }

    /// <summary>The same, written to memory with room for one a word.</summary>
    /// <returns>How many there are.</returns>
    public static int Runs(List<ulong> words, int length, Span<ulong> runs)
    {
        length = Math.Min(length, words.Count);
        var count = words.Count == 0 ? 0 : words.Count - length + 1;
        for (var at = 0; at < count; at++) runs[at] = Run(CollectionsMarshal.AsSpan(words).Slice(at, length));
        return count;
    }

    /// <summary>The hash of one run: of all these words. Called, and not inlined, it costs a tenth more: every word of a text begins a run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Run(ReadOnlySpan<ulong> words)
    {
        var hash = Fnv.Basis64;
        foreach (var word in words) hash = Mixed(hash ^ word);
        return hash;
    }

    // The finaliser of SplitMix64: every bit of the input reaches every bit of the output.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uD7A3' or >= '\u0E00' and <= '\u0EFF' or >= '\uF900' and <= '\uFAFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF';
}
