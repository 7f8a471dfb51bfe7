using System.Numerics;

namespace BriefingBot.Core.Stories;

/// <summary>
/// Bands of a library in a few bytes each: says for certain that a band is not among them, and wrongly that it may be about once in a hundred times
/// (Bloom 1970, "Space/time trade-offs in hash coding with allowable errors"; all bits of a band lie in one word, after Putze, Sanders and Singler 2009,
/// "Cache-, hash- and space-efficient Bloom filters"). It grows by a layer twice as large as the last, so that nothing is read again.
/// </summary>
internal sealed class BandFilter
{
    private const int BandsPerWord = 4;
    private const int LeastWords = 16_384;

    private readonly List<ulong[]> layers = [];
    private int free;

    /// <param name="expected">Bands that will be added at once.</param>
    public BandFilter(long expected = 0) => Grow(expected / BandsPerWord);

    public void Add(long band)
    {
        if (free == 0) Grow(layers[^1].Length * 2L);
        free--;
        var (place, bits) = Spot(band);
        var layer = layers[^1];
        layer[place & ((uint)layer.Length - 1)] |= bits;
    }

    /// <summary>False: it was never added.</summary>
    public bool MayHold(long band)
    {
        var (place, bits) = Spot(band);
        foreach (var layer in layers)
        {
            if ((layer[place & ((uint)layer.Length - 1)] & bits) == bits) return true;
        }

        return false;
    }

    private void Grow(long words)
    {
        var length = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(words, LeastWords, 1 << 28));
        layers.Add(new ulong[length]);
        free = checked((int)length * BandsPerWord);
    }

    // A band is a hash already, but the least of its bin: its upper bits are mostly zero.
    private static (uint Place, ulong Bits) Spot(long band)
    {
        var mixed = (ulong)band * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
        mixed ^= mixed >> 32;
        return ((uint)mixed, (1UL << (int)(mixed >> 32)) | (1UL << (int)(mixed >> 38)) | (1UL << (int)(mixed >> 44)) | (1UL << (int)(mixed >> 50)));
    }
}
