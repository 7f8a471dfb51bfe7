using System.Collections.Concurrent;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Collects the rows of one transaction.</summary>
/// <remarks>
/// Occurrences are kept in the order of rows, as columns, and sorted by term only when they are written:
/// a list for each term would be tens of thousands of small objects for every few hundred passages.
/// </remarks>
internal sealed class BatchBuilder
{
    // Its columns are large objects: made anew for every batch, they would be most of the garbage of ingestion.
    private static readonly ConcurrentBag<BatchBuilder> Spare = [];
    private const int LargestSpare = 1 << 18;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<int> _newest = [];
    private readonly List<int> _holders = [];
    private readonly List<int> _entryTerms = [];
    private readonly List<int> _entryRows = [];
    private readonly List<int> _entryCounts = [];
    private readonly RowsBuilder _rows = new();

    /// <summary>A builder with room from earlier use; give it back with <see cref="Return"/>.</summary>
    public static BatchBuilder Rent() => Spare.TryTake(out var spare) ? spare : new BatchBuilder();

    public static void Return(BatchBuilder builder)
    {
        // One that has grown large would keep its memory for batches that do not need it.
        if (builder._entryTerms.Capacity > LargestSpare)
        {
            return;
        }

        builder.Clear();
        Spare.Add(builder);
    }

    public int Count => _rows.Count;

    /// <summary>A number for a term, good for <see cref="CountTerm"/> of this builder.</summary>
    public int NumberOf(string term)
    {
        if (!_numbers.TryGetValue(term, out var number))
        {
            _numbers.Add(term, number = _terms.Count);
            _terms.Add(term);
            _newest.Add(-1);
            _holders.Add(0);
        }

        return number;
    }

    /// <inheritdoc cref="RowsBuilder.Begin"/>
    public void BeginRow(long id, long owner) => _rows.Begin(id, owner);

    /// <summary>Counts an occurrence of a term in the row that was begun last.</summary>
    /// <param name="term">Of <see cref="NumberOf"/>.</param>
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

    public SegmentRows Rows() => _rows.ToRows();

    /// <summary>The whole as one blob, which <see cref="Batch.FromBytes"/> reads.</summary>
    public byte[] ToBytes() => BatchBlob.Write(Rows(), Visit);

    private void Visit(Action<string, PostingListBuilder> visit)
    {
        var (starts, entries) = ByTerm();
        var list = new PostingListBuilder();
        for (var term = 0; term < _terms.Count; term++)
        {
            list.Clear();
            for (var i = starts[term]; i < starts[term + 1]; i++)
            {
                list.Add(_entryRows[entries[i]], _entryCounts[entries[i]]);
            }

            visit(_terms[term], list);
        }
    }

    /// <summary>A counting sort: the rows of a term stay in order.</summary>
    private (int[] Starts, int[] Entries) ByTerm()
    {
        var starts = new int[_terms.Count + 1];
        for (var term = 0; term < _terms.Count; term++)
        {
            starts[term + 1] = starts[term] + _holders[term];
        }

        var next = starts[..^1];
        var entries = new int[_entryTerms.Count];
        for (var entry = 0; entry < entries.Length; entry++)
        {
            entries[next[_entryTerms[entry]]++] = entry;
        }

        return (starts, entries);
    }

    private void Clear()
    {
        _numbers.Clear();
        _terms.Clear();
        _rows.Clear();
        foreach (var column in (List<int>[])[_newest, _holders, _entryTerms, _entryRows, _entryCounts])
        {
            column.Clear();
        }
    }
}
