using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Collects the rows of one transaction, or of parts that become one.</summary>
/// <remarks>
/// Occurrences are kept in the order of rows, as three columns, and sorted by term only when they are written:
/// a list for each term would be tens of thousands of small objects for every few hundred passages.
/// </remarks>
internal sealed class BatchBuilder
{
    // Its columns are large objects: made anew for every batch, they would be most of the garbage of ingestion.
    private static readonly ConcurrentBag<BatchBuilder> Spare = [];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<int> _newest = [];
    private readonly List<int> _holders = [];
    private readonly List<int> _entryTerms = [];
    private readonly List<int> _entryRows = [];
    private readonly List<int> _entryCounts = [];
    private readonly List<long> _ids = [];
    private readonly List<ushort> _lengths = [];
    private readonly List<long> _owners = [];
    private readonly List<int> _ownerStarts = [];
    private readonly ArrayBufferWriter<byte> _output = new();
    private int[] _entries = [];

    public int Count => _ids.Count;

    /// <summary>A builder with room from earlier use; give it back with <see cref="Return"/>.</summary>
    public static BatchBuilder Rent() => Spare.TryTake(out var spare) ? spare : new BatchBuilder();

    public static void Return(BatchBuilder builder)
    {
        builder.Clear();
        Spare.Add(builder);
    }

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

    /// <summary>Begins a row. Ids ascend; the rows of an owner follow each other.</summary>
    public void BeginRow(long id, long owner)
    {
        if (_ids.Count > 0 && id <= _ids[^1])
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, $"Index rows are added in ascending order; the last was {_ids[^1]}.");
        }

        if (_owners.Count == 0 || _owners[^1] != owner)
        {
            _owners.Add(owner);
            _ownerStarts.Add(_ids.Count);
        }

        _ids.Add(id);
        _lengths.Add(0);
    }

    /// <summary>Counts an occurrence of a term in the row that was begun last.</summary>
    /// <param name="term">Of <see cref="NumberOf"/>.</param>
    /// <param name="weight">What an occurrence counts: 1 in the text, more in the title.</param>
    public void CountTerm(int term, int weight)
    {
        Enter(term, _ids.Count - 1, weight);
        if (_lengths[^1] < SegmentRows.LargestLength)
        {
            _lengths[^1]++;
        }
    }

    /// <summary>Appends another batch's rows behind these, those whose owner <paramref name="keep"/> accepts.</summary>
    public void Append(Batch batch, Func<long, bool> keep)
    {
        var moved = AppendRows(batch.Rows, keep);
        foreach (var term in batch.Terms)
        {
            var reader = new PostingReader(batch.Postings(term));
            while (reader.Next())
            {
                if (moved[reader.Ordinal] >= 0)
                {
                    Enter(NumberOf(term), moved[reader.Ordinal], reader.Frequency);
                }
            }
        }
    }

    /// <summary>Appends another part's rows without their terms.</summary>
    /// <returns>For each of its ordinals the ordinal here, or -1 where the row was left out.</returns>
    public int[] AppendRows(SegmentRows rows, Func<long, bool> keep)
    {
        var moved = new int[rows.Count];
        for (var ordinal = 0; ordinal < rows.Count; ordinal++)
        {
            var owner = rows.OwnerOf(ordinal);
            moved[ordinal] = keep(owner) ? _ids.Count : -1;
            if (moved[ordinal] >= 0)
            {
                BeginRow(rows.IdOf(ordinal), owner);
                _lengths[^1] = rows.Lengths[ordinal];
            }
        }

        return moved;
    }

    /// <summary>The rows collected.</summary>
    public SegmentRows Rows() => new(_ids, [.. _lengths], [.. _owners], [.. _ownerStarts]);

    /// <summary>Hands out each term with its postings, in order of terms where <paramref name="sorted"/>. The builder's bytes are valid during the call.</summary>
    public void Visit(Action<string, PostingListBuilder> visit, bool sorted)
    {
        var (starts, entries) = ByTerm();
        var order = Enumerable.Range(0, _terms.Count).ToArray();
        if (sorted)
        {
            Array.Sort(order, (a, b) => string.CompareOrdinal(_terms[a], _terms[b]));
        }

        var list = new PostingListBuilder();
        foreach (var term in order)
        {
            list.Clear();
            for (var i = starts[term]; i < starts[term + 1]; i++)
            {
                list.Add(_entryRows[entries[i]], _entryCounts[entries[i]]);
            }

            visit(_terms[term], list);
        }
    }

    /// <summary>The whole as one blob, which <see cref="Batch.FromBytes"/> reads.</summary>
    public byte[] ToBytes()
    {
        _output.ResetWrittenCount();
        var output = _output;
        output.Write(Rows().ToBytes());
        Varint.Write(output, _terms.Count);
        Visit(
            (term, postings) =>
            {
                Varint.Write(output, Encoding.UTF8.GetByteCount(term));
                Encoding.UTF8.GetBytes(term, output);
                var list = postings.Finish();
                Varint.Write(output, postings.Rows);
                Varint.Write(output, list.Length);
                output.Write(list);
            },
            sorted: false);
        return output.WrittenSpan.ToArray();
    }

    private void Clear()
    {
        _numbers.Clear();
        _terms.Clear();
        foreach (var column in (List<int>[])[_newest, _holders, _entryTerms, _entryRows, _entryCounts, _ownerStarts])
        {
            column.Clear();
        }

        _ids.Clear();
        _lengths.Clear();
        _owners.Clear();
    }

    private void Enter(int term, int row, int weight)
    {
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

    /// <summary>A counting sort: the rows of a term stay in order.</summary>
    private (int[] Starts, int[] Entries) ByTerm()
    {
        var starts = new int[_terms.Count + 1];
        for (var term = 0; term < _terms.Count; term++)
        {
            starts[term + 1] = starts[term] + _holders[term];
        }

        var next = starts[..^1];
        if (_entries.Length < _entryTerms.Count)
        {
            _entries = new int[_entryTerms.Capacity];
        }

        for (var entry = 0; entry < _entryTerms.Count; entry++)
        {
            _entries[next[_entryTerms[entry]]++] = entry;
        }

        return (starts, _entries);
    }
}
