using System.Buffers;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// The rows of a segment, by ordinal: their ids (ascending), their lengths in terms, and the revision that owns each.
/// </summary>
internal sealed class SegmentRows
{
    /// <summary>Lengths are stored in two bytes.</summary>
    public const int LargestLength = ushort.MaxValue;

    private readonly long[]? ids;
    private readonly long firstId;

    public SegmentRows(IReadOnlyList<long> ids, ushort[] lengths, long[] owners, int[] ownerStarts)
    {
        Lengths = lengths;
        Owners = owners;
        OwnerStarts = ownerStarts;
        firstId = ids.Count == 0 ? 0 : ids[0];
        foreach (var length in lengths)
        {
            Terms += length;
            Longest = Math.Max(Longest, length);
        }

        // A run without gaps, which is the usual case, needs no array.
        this.ids = ids.Count > 0 && ids[^1] - ids[0] == ids.Count - 1 ? null : [.. ids];
    }

    public int Count => Lengths.Length;

    /// <summary>Terms in all rows.</summary>
    public long Terms { get; }

    /// <summary>Terms in the longest row.</summary>
    public int Longest { get; }

    public ushort[] Lengths { get; }

    /// <summary>The revisions that own the rows, in row order.</summary>
    public long[] Owners { get; }

    /// <summary>The first ordinal of each of <see cref="Owners"/>.</summary>
    public int[] OwnerStarts { get; }

    public long IdOf(int ordinal) => ids is null ? firstId + ordinal : ids[ordinal];

    public long OwnerOf(int ordinal)
    {
        var at = Array.BinarySearch(OwnerStarts, ordinal);
        return Owners[at >= 0 ? at : ~at - 1];
    }

    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>(Count * 3 + Owners.Length * 4 + 16);
        Varint.Write(output, Count);
        long previous = 0;
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            Varint.Write(output, IdOf(ordinal) - previous);
            previous = IdOf(ordinal);
        }

        output.Write(MemoryMarshal.AsBytes<ushort>(Lengths));
        Varint.Write(output, Owners.Length);
        for (var i = 0; i < Owners.Length; i++)
        {
            Varint.Write(output, Owners[i]);
            Varint.Write(output, OwnerStarts[i]);
        }

        return output.WrittenSpan.ToArray();
    }

    public static SegmentRows FromBytes(ReadOnlySpan<byte> data, ref int position)
    {
        var count = Varint.ReadInt(data, ref position);
        var rowIds = new long[count];
        long id = 0;
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            rowIds[ordinal] = id += Varint.Read(data, ref position);
        }

        var lengths = MemoryMarshal.Cast<byte, ushort>(data.Slice(position, count * sizeof(ushort))).ToArray();
        position += count * sizeof(ushort);
        var owners = new long[Varint.ReadInt(data, ref position)];
        var starts = new int[owners.Length];
        for (var i = 0; i < owners.Length; i++)
        {
            owners[i] = Varint.Read(data, ref position);
            starts[i] = Varint.ReadInt(data, ref position);
        }

        return new SegmentRows(rowIds, lengths, owners, starts);
    }
}
