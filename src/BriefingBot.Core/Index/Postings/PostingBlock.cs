using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Where a term and its postings lie in the bytes of a block.</summary>
/// <param name="Term">Its UTF-8.</param>
/// <param name="Holders">Rows that hold it.</param>
/// <param name="List">Its postings, for a <see cref="PostingReader"/>.</param>
internal readonly record struct BlockEntry(Range Term, int Holders, Range List);

/// <summary>Terms with their postings, one behind the other, in order of the terms' bytes: of each its length and its UTF-8, the number of rows that hold it, and length and bytes of its list.</summary>
internal static class PostingBlock
{
    /// <summary>Appends a term and its list.</summary>
    public static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> term, PostingListBuilder postings)
    {
        var list = postings.Finish();
        Varint.Write(output, term.Length);
        output.Write(term);
        Varint.Write(output, postings.Rows);
        Varint.Write(output, list.Length);
        output.Write(list);
    }

    /// <summary>The entry at a position, which is moved behind it.</summary>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public static BlockEntry Read(ReadOnlySpan<byte> block, ref int position)
    {
        var term = Taken(block, ref position);
        var holders = Varint.ReadInt(block, ref position);
        return new BlockEntry(term, holders, Taken(block, ref position));
    }

    /// <summary>Finds a term.</summary>
    /// <returns>Null where the block does not hold it.</returns>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public static BlockEntry? Find(ReadOnlySpan<byte> block, ReadOnlySpan<byte> term)
    {
        for (var position = 0; position < block.Length;)
        {
            var entry = Read(block, ref position);
            var order = block[entry.Term].SequenceCompareTo(term);
            if (order >= 0) return order == 0 ? entry : null;
        }

        return null;
    }

    private static Range Taken(ReadOnlySpan<byte> block, ref int position)
    {
        var length = Varint.ReadInt(block, ref position);
        if (length > block.Length - position) throw new InvalidDataException("An index blob ends inside a list of postings.");
        var start = position;
        position += length;
        return start..position;
    }
}
