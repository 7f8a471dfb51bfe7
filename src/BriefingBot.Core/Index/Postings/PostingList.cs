namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// One term's rows in one segment, as bytes: for each row, ascending, varint(gap·2 + (frequency &gt; 1)) and, where it is
/// above 1, a byte with the frequency. The gap counts from the row before (from −1 for the first), less one.
/// </summary>
internal sealed class PostingListBuilder
{
    /// <summary>Frequencies are stored in a byte; BM25 with k1 = 1.2 has long been flat there.</summary>
    public const int LargestFrequency = byte.MaxValue;

    private byte[] bytes = new byte[8];
    private int length;
    private int written = -1;
    private int row = -1;
    private int frequency;

    /// <summary>Number of rows that hold the term.</summary>
    public int Rows { get; private set; }

    /// <summary>Counts the term in a row; rows come in ascending order, a row's occurrences together.</summary>
    public void Add(int ordinal, int weight)
    {
        if (ordinal != row)
        {
            Flush();
            row = ordinal;
            Rows++;
        }

        frequency += weight;
    }

    /// <summary>The bytes of the whole list. The builder takes no more rows until it is cleared.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        Flush();
        return bytes.AsSpan(0, length);
    }

    /// <summary>Begins another list.</summary>
    public void Clear()
    {
        (length, written, row, frequency, Rows) = (0, -1, -1, 0, 0);
    }

    private void Flush()
    {
        if (frequency == 0)
        {
            return;
        }

        if (bytes.Length - length < 7)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        var value = ((ulong)(uint)(row - written - 1) << 1) | (frequency > 1 ? 1u : 0u);
        while (value >= 0x80)
        {
            bytes[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[length++] = (byte)value;
        if (frequency > 1)
        {
            bytes[length++] = (byte)Math.Min(frequency, LargestFrequency);
        }

        written = row;
        frequency = 0;
    }
}

/// <summary>Walks the bytes of a <see cref="PostingListBuilder"/>.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position;

    public int Ordinal { get; private set; } = -1;

    public int Frequency { get; private set; }

    public bool Next()
    {
        if (position >= data.Length)
        {
            return false;
        }

        var value = Varint.Read(data, ref position);
        Ordinal = checked(Ordinal + 1 + (int)(value >> 1));
        Frequency = (value & 1) == 0 ? 1 : data[position++];
        return true;
    }
}
