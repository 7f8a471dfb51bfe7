using System.Buffers.Binary;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Stories;

/// <summary>
/// The terms a story is known by: those of the title, and of the beginning of the text, where a report tells its news. Equally many of every
/// document, so that long reports are no more alike than short ones.
/// </summary>
internal sealed class StoryTerms
{
    /// <summary>Terms of the text that are read.</summary>
    public const int Leading = 60;
    private const int RowBytes = 5;

    private StoryTerms(int[] terms, byte[] counts) => (Terms, Counts) = (terms, counts);

    /// <summary>Hashes of terms, rising.</summary>
    public int[] Terms { get; }

    /// <summary>How often each stands there.</summary>
    public byte[] Counts { get; }

    public static StoryTerms Of(string title, string? language, IEnumerable<string> text)
    {
        var hashes = Analyser.Analyse(title, language).Select(t => t.Value).Concat(text.Take(Leading)).Select(Hash).ToArray();
        Array.Sort(hashes);
        var (terms, counts, n) = (new int[hashes.Length], new byte[hashes.Length], 0);
        foreach (var hash in hashes)
        {
            if (n == 0 || terms[n - 1] != hash) terms[n++] = hash;
            counts[n - 1] = (byte)Math.Min(byte.MaxValue, counts[n - 1] + 1);
        }

        return new StoryTerms(terms[..n], counts[..n]);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Terms.Length * RowBytes];
        for (var i = 0; i < Terms.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * RowBytes), Terms[i]);
            bytes[(i * RowBytes) + 4] = Counts[i];
        }

        return bytes;
    }

    public static StoryTerms FromBytes(byte[] bytes)
    {
        var n = bytes.Length / RowBytes;
        var (terms, counts) = (new int[n], new byte[n]);
        for (var i = 0; i < n; i++)
        {
            terms[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * RowBytes));
            counts[i] = bytes[(i * RowBytes) + 4];
        }

        return new StoryTerms(terms, counts);
    }

    private static int Hash(string term)
    {
        var hash = Fnv.Basis32;
        foreach (var c in term) hash = Fnv.With(hash, c);
        return unchecked((int)hash);
    }
}
