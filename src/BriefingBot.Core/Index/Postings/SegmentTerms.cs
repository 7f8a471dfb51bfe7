using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The block that holds a term if any of the segment does.</summary>
/// <param name="Id">Of the block.</param>
/// <param name="IsFirst">Whether the term is its first, and so in it for certain.</param>
internal readonly record struct BlockPlace(long Id, bool IsFirst);

/// <summary>Where the terms of a segment stand: its blocks, by the first term of each.</summary>
internal sealed class SegmentTerms
{
    private readonly byte[] _firsts;
    private readonly int[] _starts;

    private SegmentTerms(long firstBlock, byte[] firsts, int[] starts) => (FirstBlock, _firsts, _starts) = (firstBlock, firsts, starts);

    /// <summary>Id of the first block; the others follow it.</summary>
    public long FirstBlock { get; }

    public int Blocks => _starts.Length - 1;

    /// <summary>Where to look for a term; null where it stands before all that the segment holds.</summary>
    public BlockPlace? BlockOf(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, Blocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (First(middle).SequenceCompareTo(term) <= 0) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : new BlockPlace(FirstBlock + low - 1, First(low - 1).SequenceEqual(term));
    }

    /// <param name="firstBlock">Id of the first block.</param>
    /// <param name="data">Of <see cref="SegmentTermsBuilder.ToBytes"/>.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static SegmentTerms FromBytes(long firstBlock, ReadOnlySpan<byte> data)
    {
        var position = 0;
        var starts = new int[Varint.ReadInt(data, ref position) + 1];
        for (var block = 1; block < starts.Length; block++) starts[block] = checked(starts[block - 1] + Varint.ReadInt(data, ref position));
        if (starts[^1] != data.Length - position) throw new InvalidDataException("The list of an index segment's blocks is damaged.");
        return new SegmentTerms(firstBlock, data[position..].ToArray(), starts);
    }

    private ReadOnlySpan<byte> First(int block) => _firsts.AsSpan(_starts[block].._starts[block + 1]);
}

/// <summary>Collects the first terms of blocks, in order.</summary>
internal sealed class SegmentTermsBuilder
{
    private readonly List<int> _lengths = [];
    private readonly ArrayBufferWriter<byte> _firsts = new();

    public void Add(ReadOnlySpan<byte> first)
    {
        _lengths.Add(first.Length);
        _firsts.Write(first);
    }

    /// <summary>Number of blocks, the length of each first term, and the terms.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>(_firsts.WrittenCount + (2 * _lengths.Count) + 8);
        Varint.Write(bytes, _lengths.Count);
        foreach (var length in _lengths) Varint.Write(bytes, length);
        bytes.Write(_firsts.WrittenSpan);
        return bytes.WrittenSpan.ToArray();
    }
}
