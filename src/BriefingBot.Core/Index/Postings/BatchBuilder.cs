using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Collects the rows of one transaction.</summary>
/// <remarks>
/// Occurrences are kept in the order of rows, as columns, and sorted by term only when they are written:
/// a list for each term would be tens of thousands of small objects for every few hundred passages.
/// </remarks>
internal sealed class BatchBuilder(BatchTerms terms)
{
    private readonly RowsBuilder _rows = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private TermState[] _states = [];
    private int[] _entryTerms = [];
    private Entry[] _entries = [];
    private Entry[] _sorted = [];
    private int[] _ends = [];
    private int _known;
    private int _count;

    /// <summary>Rows collected so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row. Ids ascend; the rows of an owner follow each other.</summary>
    /// <param name="id">Of the row.</param>
    /// <param name="owner">The revision it belongs to.</param>
    /// <param name="numbers">What <paramref name="title"/> and <paramref name="text"/> count in, as numbers of <see cref="BatchTerms.NumberOf"/>.</param>
    /// <param name="title">Terms of the title, each counting <paramref name="titleWeight"/>.</param>
    /// <param name="titleWeight">What an occurrence in the title counts.</param>
    /// <param name="text">Terms of the text, each counting 1.</param>
    public void AddRow(long id, long owner, ReadOnlySpan<int> numbers, ReadOnlySpan<int> title, int titleWeight, ReadOnlySpan<int> text)
    {
        var row = _rows.Count;
        _rows.Begin(id, owner, (ushort)Math.Min(title.Length + text.Length, SegmentRows.LargestLength));
        MakeRoom(title.Length + text.Length);
        foreach (var term in title) CountTerm(numbers[term], row, titleWeight);
        foreach (var term in text) CountTerm(numbers[term], row, 1);
    }

    /// <summary>The rows, and the whole as one blob, which <see cref="Batch.FromBytes"/> reads.</summary>
    /// <param name="order">Of <see cref="BatchTerms.InOrder"/>.</param>
    /// <returns>The bytes are valid until the next row is added, or all are cleared.</returns>
    public (SegmentRows Rows, ReadOnlyMemory<byte> Bytes) Finish(OrderedTerms order)
    {
        var rows = _rows.ToRows();
        _bytes.ResetWrittenCount();
        BatchBlob.Write(_bytes, rows, visit => Visit(order, visit));
        return (rows, _bytes.WrittenMemory);
    }

    public void Clear()
    {
        _rows.Clear();
        Array.Clear(_states, 0, _known);
        (_known, _count) = (0, 0);
    }

    private void MakeRoom(int more)
    {
        _known = terms.Count;
        if (_states.Length < _known) Array.Resize(ref _states, Math.Max(_known, 2 * _states.Length));
        if (_entries.Length >= _count + more) return;
        var room = Math.Max(_count + more, 2 * _entries.Length);
        Array.Resize(ref _entries, room);
        Array.Resize(ref _entryTerms, room);
    }

    private void CountTerm(int term, int row, int weight)
    {
        ref var state = ref _states[term];
        if (state.Holders > 0 && state.Row == row)
        {
            _entries[state.Newest].Count += weight;
            return;
        }

        state = new TermState(row, _count, state.Holders + 1);
        _entryTerms[_count] = term;
        _entries[_count] = new Entry { Row = row, Count = weight };
        _count++;
    }

    private void Visit(OrderedTerms order, TermVisitor visit)
    {
        SortByTerm();
        var list = new PostingListBuilder();
        foreach (var term in order.Numbers)
        {
            if (term >= _known || _states[term].Holders is not (> 0 and var holders)) continue;
            list.Clear();
            foreach (var entry in _sorted.AsSpan(_ends[term] - holders, holders)) list.Add(entry.Row, entry.Count);
            visit(order.Utf8(term), list);
        }
    }

    /// <summary>A counting sort: the rows of a term stay in order. Ends are those of each term's entries.</summary>
    private void SortByTerm()
    {
        if (_ends.Length < _known) _ends = new int[_states.Length];
        if (_sorted.Length < _count) _sorted = new Entry[_entries.Length];
        var ends = _ends.AsSpan(0, _known);
        var end = 0;
        for (var term = 0; term < ends.Length; term++)
        {
            ends[term] = end;
            end += _states[term].Holders;
        }

        for (var entry = 0; entry < _count; entry++) _sorted[ends[_entryTerms[entry]]++] = _entries[entry];
    }

    /// <summary>What is known of a term, in one place of memory: a row asks it for each of its words.</summary>
    /// <param name="Row">The last row that holds it.</param>
    /// <param name="Newest">Its entry of that row.</param>
    /// <param name="Holders">Rows that hold it.</param>
    private readonly record struct TermState(int Row, int Newest, int Holders);

    private struct Entry
    {
        public int Row;
        public int Count;
    }
}
