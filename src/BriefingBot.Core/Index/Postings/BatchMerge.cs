using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Several batches as one, term by term: nothing is unpacked but the list that is being written.</summary>
internal sealed class BatchMerge
{
    private readonly IReadOnlyList<Batch> _parts;
    private readonly int[][] _moved;

    /// <param name="parts">In the order of their rows.</param>
    /// <param name="keep">Whether the rows of a revision are kept.</param>
    public BatchMerge(IReadOnlyList<Batch> parts, Func<long, bool> keep)
    {
        _parts = parts;
        var rows = new RowsBuilder();
        _moved = [.. parts.Select(part => rows.Append(part.Rows, keep))];
        Rows = rows.ToRows();
    }

    public SegmentRows Rows { get; }

    /// <summary>Hands out each term that has a row left, with its postings, in order of terms. The bytes are valid during the call.</summary>
    public void Visit(Action<string, PostingListBuilder> visit)
    {
        var terms = _parts.SelectMany(part => part.Terms).ToHashSet(StringComparer.Ordinal).ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var list = new PostingListBuilder();
        foreach (var term in terms)
        {
            list.Clear();
            for (var i = 0; i < _parts.Count; i++)
            {
                Add(list, _parts[i].Postings(term), _moved[i]);
            }

            if (list.Rows > 0)
            {
                visit(term, list);
            }
        }
    }

    public byte[] ToBytes() => BatchBlob.Write(Rows, Visit);

    private static void Add(PostingListBuilder list, ReadOnlySpan<byte> postings, int[] moved)
    {
        var reader = new PostingReader(postings);
        while (reader.Next())
        {
            if (moved[reader.Ordinal] >= 0)
            {
                list.Add(moved[reader.Ordinal], reader.Frequency);
            }
        }
    }
}

/// <summary>The form of a batch in the file: rows, number of terms, and for each term its text, its number of rows and its postings.</summary>
internal static class BatchBlob
{
    public static byte[] Write(SegmentRows rows, Action<Action<string, PostingListBuilder>> visit)
    {
        var terms = new ArrayBufferWriter<byte>(rows.Count * 128 + 256);
        var count = 0;
        visit((term, postings) =>
        {
            count++;
            Varint.Write(terms, Encoding.UTF8.GetByteCount(term));
            Encoding.UTF8.GetBytes(term, terms);
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
}
