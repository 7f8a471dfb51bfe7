using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Takes a term in UTF-8 and its postings; the bytes of both are valid during the call.</summary>
internal delegate void TermVisitor(ReadOnlySpan<byte> term, PostingListBuilder postings);

/// <summary>Where one term and its postings lie in the bytes of a batch.</summary>
internal readonly record struct BatchEntry(int TermAt, int TermLength, int Rows, int At, int Length);

/// <summary>The form of a batch in the file: rows, number of terms, and for each term its text, its number of rows and its postings.</summary>
internal static class BatchBlob
{
    public static byte[] Write(SegmentRows rows, Action<TermVisitor> visit)
    {
        var terms = new ArrayBufferWriter<byte>(rows.Count * 128 + 256);
        var count = 0;
        visit((term, postings) =>
        {
            count++;
            Varint.Write(terms, term.Length);
            terms.Write(term);
            var list = postings.Finish();
            Varint.Write(terms, postings.Rows);
            Varint.Write(terms, list.Length);
            terms.Write(list);
        });
        var head = new ArrayBufferWriter<byte>();
        head.Write(rows.ToBytes());
        Varint.Write(head, count);
        return [.. head.WrittenSpan, .. terms.WrittenSpan];
    }

    /// <summary>The rows alone, which stand before the terms.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static SegmentRows Rows(byte[] bytes)
    {
        var position = 0;
        return SegmentRows.FromBytes(bytes, ref position);
    }

    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static (SegmentRows Rows, BatchEntry[] Entries) Read(byte[] bytes)
    {
        var position = 0;
        var rows = SegmentRows.FromBytes(bytes, ref position);
        var entries = new BatchEntry[Varint.ReadInt(bytes, ref position)];
        for (var i = 0; i < entries.Length; i++)
        {
            var termLength = Varint.ReadInt(bytes, ref position);
            var termAt = position;
            position += termLength;
            var holders = Varint.ReadInt(bytes, ref position);
            var size = Varint.ReadInt(bytes, ref position);
            if (size > bytes.Length - position) throw new InvalidDataException("An index blob ends inside a list of postings.");
            entries[i] = new BatchEntry(termAt, termLength, holders, position, size);
            position += size;
        }

        return (rows, entries);
    }

    public static string Text(byte[] bytes, BatchEntry entry) => Encoding.UTF8.GetString(bytes, entry.TermAt, entry.TermLength);
}
