using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Collects the rows of one transaction.</summary>
/// <remarks>
/// Occurrences are kept in the order of rows, as columns, and sorted by term only when they are written:
/// a list for each term would be tens of thousands of small objects for every few hundred passages.
/// </remarks>
internal sealed class BatchBuilder(BatchTerms terms)
{
    private readonly List<int> _newest = [];
    private readonly List<int> _holders = [];
    private readonly List<int> _entryTerms = [];
    private readonly List<int> _entryRows = [];
    private readonly List<int> _entryCounts = [];
    private readonly RowsBuilder _rows = new();

    /// <summary>Rows collected so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Terms of rows there is room for.</summary>
    public int Room => _entryTerms.Capacity;

    /// <inheritdoc cref="RowsBuilder.Begin"/>
    public void BeginRow(long id, long owner)
    {
        _rows.Begin(id, owner);
        for (var known = _newest.Count; known < terms.Count; known++)
        {
            _newest.Add(-1);
            _holders.Add(0);
        }
    }

    /// <summary>Counts an occurrence of a term in the row that was begun last.</summary>
    /// <param name="term">Of <see cref="BatchTerms.NumberOf"/>, before the row was begun.</param>
    /// <param name="weight">What an occurrence counts: 1 in the text, more in the title.</param>
    public void CountTerm(int term, int weight)
    {
        _rows.Lengthen();
        var row = _rows.Count - 1;
        var newest = _newest[term];
        if (newest >= 0 && _entryRows[newest] == row)
        {
            _entryCounts[newest] += weight;
            return;
        }

        _newest[term] = _entryTerms.Count;
        _holders[term]++;
        _entryTerms.Add(term);
        _entryRows.Add(row);
        _entryCounts.Add(weight);
    }

    /// <summary>The rows, and the whole as one blob, which <see cref="Batch.FromBytes"/> reads.</summary>
    /// <param name="order">Of <see cref="BatchTerms.InOrder"/>.</param>
    public (SegmentRows Rows, byte[] Bytes) Finish(int[] order)
    {
        var rows = _rows.ToRows();
        return (rows, BatchBlob.Write(rows, visit => Visit(order, visit)));
    }

    public void Clear()
    {
        _rows.Clear();
        foreach (var column in (List<int>[])[_newest, _holders, _entryTerms, _entryRows, _entryCounts]) column.Clear();
    }

    private void Visit(int[] order, TermVisitor visit)
    {
        var (ends, entries) = ByTerm();
        var list = new PostingListBuilder();
        Span<byte> bytes = new byte[64];
        foreach (var term in order)
        {
            if (term >= _holders.Count || _holders[term] == 0) continue;
            list.Clear();
            for (var i = ends[term] - _holders[term]; i < ends[term]; i++) list.Add(_entryRows[entries[i]], _entryCounts[entries[i]]);
            if (Encoding.UTF8.GetMaxByteCount(terms[term].Length) is var most && most > bytes.Length) bytes = new byte[most];
            visit(bytes[..Encoding.UTF8.GetBytes(terms[term], bytes)], list);
        }
    }

    /// <summary>A counting sort: the rows of a term stay in order. Ends are those of each term's entries.</summary>
    private (int[] Ends, int[] Entries) ByTerm()
    {
        var ends = new int[_holders.Count];
        for (var term = 1; term < ends.Length; term++) ends[term] = ends[term - 1] + _holders[term - 1];
        var entries = new int[_entryTerms.Count];
        for (var entry = 0; entry < entries.Length; entry++) entries[ends[_entryTerms[entry]]++] = entry;
        return (ends, entries);
    }
}
