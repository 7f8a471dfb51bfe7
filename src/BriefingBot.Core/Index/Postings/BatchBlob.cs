using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The form of a batch in the file: its rows, and all its terms as one <see cref="PostingBlock"/>.</summary>
internal static class BatchBlob
{
    public static void Write(ArrayBufferWriter<byte> output, SegmentRows rows, Action<TermVisitor> visit)
    {
        output.Write(rows.ToBytes());
        visit((term, postings) => PostingBlock.Write(output, term, postings));
    }

    /// <summary>The rows, and where the block begins.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static (SegmentRows Rows, int Block) Read(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        var rows = SegmentRows.FromBytes(bytes, ref position);
        return (rows, position);
    }
}
