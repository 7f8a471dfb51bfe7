namespace BriefingBot.Core.Index.Postings;

/// <summary>Several batches as one, term by term: nothing is unpacked but the list that is being written, and no term is made a string.</summary>
internal sealed class BatchMerge
{
    private readonly List<Part> _parts;

    /// <param name="blobs">Of <see cref="BatchBlob"/>, in the order of their rows.</param>
    /// <param name="keep">Whether the rows of a revision are kept; null where all are.</param>
    public BatchMerge(IEnumerable<byte[]> blobs, Func<long, bool>? keep = null)
    {
        var rows = new RowsBuilder();
        _parts = [.. blobs.Select(blob => Part.Of(blob, rows, keep ?? (static _ => true)))];
        Rows = rows.ToRows();
    }

    public SegmentRows Rows { get; }

    /// <summary>Hands out each term that has a row left, with its postings, in order of the terms' bytes.</summary>
    public void Visit(TermVisitor visit)
    {
        var list = new PostingListBuilder();
        foreach (var part in _parts) part.Begin();
        while (Least() is { } least)
        {
            var term = least.Term;
            list.Clear();
            foreach (var part in _parts)
            {
                if (!part.IsOver && part.Term.SequenceEqual(term)) part.Take(list);
            }

            if (list.Rows > 0) visit(term, list);
        }
    }

    public byte[] ToBytes() => BatchBlob.Write(Rows, Visit);

    private Part? Least()
    {
        Part? least = null;
        foreach (var part in _parts)
        {
            if (!part.IsOver && (least is null || part.Term.SequenceCompareTo(least.Term) < 0)) least = part;
        }

        return least;
    }

    /// <summary>One batch, and how far its terms have been taken.</summary>
    private sealed class Part(byte[] bytes, BatchEntry[] entries, int[] moved)
    {
        private int _at;

        public bool IsOver => _at >= entries.Length;

        public ReadOnlySpan<byte> Term => TermOf(bytes, entries[_at]);

        public static Part Of(byte[] bytes, RowsBuilder all, Func<long, bool> keep)
        {
            var (rows, entries) = BatchBlob.Read(bytes);
            for (var i = 1; i < entries.Length; i++)
            {
                if (TermOf(bytes, entries[i - 1]).SequenceCompareTo(TermOf(bytes, entries[i])) <= 0) continue;
                // As earlier versions wrote them, and where UTF-16 has another order.
                Array.Sort(entries, (a, b) => TermOf(bytes, a).SequenceCompareTo(TermOf(bytes, b)));
                break;
            }

            return new Part(bytes, entries, all.Append(rows, keep));
        }

        public void Begin() => _at = 0;

        /// <summary>Adds the postings of the term that is next, and goes on to the one after it.</summary>
        public void Take(PostingListBuilder list)
        {
            var entry = entries[_at++];
            var reader = new PostingReader(bytes.AsSpan(entry.At, entry.Length));
            while (reader.Next())
            {
                if (moved[reader.Ordinal] >= 0) list.Add(moved[reader.Ordinal], reader.Frequency);
            }
        }

        private static ReadOnlySpan<byte> TermOf(byte[] bytes, BatchEntry entry) => bytes.AsSpan(entry.TermAt, entry.TermLength);
    }
}
