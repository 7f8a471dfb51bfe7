using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The form of a batch in the file: its rows, the number of its terms, and these as one <see cref="PostingBlock"/>.</summary>
internal static class BatchBlob
{
    public static byte[] Write(SegmentRows rows, Action<TermVisitor> visit)
    {
        var block = new ArrayBufferWriter<byte>(rows.Count * 128 + 256);
        var count = 0;
        visit((term, postings) =>
        {
            count++;
            PostingBlock.Write(block, term, postings);
        });
        var head = new ArrayBufferWriter<byte>();
        head.Write(rows.ToBytes());
        Varint.Write(head, count);
        return [.. head.WrittenSpan, .. block.WrittenSpan];
    }

    /// <summary>The rows alone, which stand before the terms.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static SegmentRows Rows(byte[] bytes)
    {
        var position = 0;
        return SegmentRows.FromBytes(bytes, ref position);
    }

    /// <summary>The rows, the number of terms, and where their block begins.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static (SegmentRows Rows, int Terms, int Block) Read(byte[] bytes)
    {
        var position = 0;
        var rows = SegmentRows.FromBytes(bytes, ref position);
        var terms = Varint.ReadInt(bytes, ref position);
        return (rows, terms, position);
    }
}
