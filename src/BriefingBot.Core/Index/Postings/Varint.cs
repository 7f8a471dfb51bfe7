using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// Variable-byte integers, seven bits a byte, lowest first, high bit set on all bytes but the last
/// (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.3.1, with the continuation bit the other way round).
/// </summary>
internal static class Varint
{
    public static void Write(ArrayBufferWriter<byte> output, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var span = output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    /// <exception cref="InvalidDataException">The bytes end inside a number, or the number is longer than 63 bits.</exception>
    public static long Read(ReadOnlySpan<byte> data, ref int position)
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            if (position >= data.Length)
            {
                throw new InvalidDataException("An index blob ends inside a number.");
            }

            var next = data[position++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("An index blob holds a number that is too long.");
    }

    public static int ReadInt(ReadOnlySpan<byte> data, ref int position)
    {
        var value = Read(data, ref position);
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException("An index blob holds a count that is too large.");
    }
}
