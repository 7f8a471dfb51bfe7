using System.Buffers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// Exhaustive term-at-a-time scoring (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 7.1): every row that
/// holds a term of the question gets that term's share; then the best are picked. Early-stopping schemes were measured slower here.
/// </summary>
internal sealed class PostingsSearch(LibrarySession session, KindState state) : IDisposable
{
    private const int RareRows = 1_000;

    private readonly SegmentLookup _terms = new(session, state.Segments);
    private readonly TermLists _lists = TermLists.Rent();
    private readonly BlockEntry[] _inBatches = new BlockEntry[state.Batches.Count];

    public void Dispose() => TermLists.Return(_lists);

    public IReadOnlyList<IndexHit> Best(IReadOnlyList<QueryTerm> terms, Func<long, bool>? visible, int size)
    {
        if (state.Rows == 0 || size <= 0)
        {
            return [];
        }

        var scores = ArrayPool<float>.Shared.Rent(state.Rows);
        try
        {
            var used = scores.AsSpan(0, state.Rows);
            used.Clear();
            foreach (var (term, weight) in Combine(terms))
            {
                Score(term, weight, used);
            }

            return Pick(used, visible, Math.Min(size, state.Rows));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    /// <summary>Rows that hold the term; without those of revisions that are gone where it is rare, since there it matters whether any is left.</summary>
    public long LiveRowsWith(string term, IReadOnlySet<long> gone)
    {
        var rows = _terms.Holders(term) + state.Batches.Sum(batch => (long)batch.Batch.Find(term).Holders);
        if (gone.Count == 0 || rows == 0 || rows > RareRows)
        {
            return rows;
        }

        _terms.Read(term, _lists);
        for (var list = 0; list < _lists.Count; list++)
        {
            rows -= CountGone(_lists.PostingsOf(list), state.RowsOf(_lists.SegmentOf(list)), gone);
        }

        return rows - state.Batches.Sum(batch => CountGone(batch.Batch.Postings(term), batch.Batch.Rows, gone));
    }

    /// <summary>Fetches a term's lists; rows of removed documents count until their segment is rewritten.</summary>
    private long Read(string term)
    {
        _terms.Read(term, _lists);
        var rows = _lists.Holders;
        for (var i = 0; i < _inBatches.Length; i++)
        {
            _inBatches[i] = state.Batches[i].Batch.Find(term);
            rows += _inBatches[i].Holders;
        }

        return rows;
    }

    private static long CountGone(ReadOnlySpan<byte> postings, SegmentRows rows, IReadOnlySet<long> gone)
    {
        long count = 0;
        var reader = new PostingReader(postings);
        while (reader.Next())
        {
            count += gone.Contains(rows.OwnerOf(reader.Ordinal)) ? 1 : 0;
        }

        return count;
    }

    private static Dictionary<string, double> Combine(IReadOnlyList<QueryTerm> terms)
    {
        var combined = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (double.IsFinite(term.Weight) && term.Weight > 0)
            {
                combined[term.Value] = combined.GetValueOrDefault(term.Value) + term.Weight;
            }
        }

        return combined;
    }

    private void Score(string term, double weight, Span<float> scores)
    {
        var holders = Read(term);
        if (holders == 0)
        {
            return;
        }

        var share = (float)(weight * state.Scoring.Idf(holders));
        for (var list = 0; list < _lists.Count; list++)
        {
            var segment = _lists.SegmentOf(list);
            var rows = state.RowsOf(segment);
            state.Scoring.Accumulate(_lists.PostingsOf(list), rows.Lengths, share, scores.Slice(state.OffsetOf(segment), rows.Count));
        }

        var offset = state.TailOffset;
        for (var i = 0; i < _inBatches.Length; i++)
        {
            var batch = state.Batches[i].Batch;
            state.Scoring.Accumulate(batch.At(_inBatches[i]), batch.Rows.Lengths, share, scores.Slice(offset, batch.Rows.Count));
            offset += batch.Rows.Count;
        }
    }

    private IReadOnlyList<IndexHit> Pick(ReadOnlySpan<float> scores, Func<long, bool>? visible, int size)
    {
        var top = new TopRows(size, visible);
        foreach (var segment in state.Segments)
        {
            top.Offer(segment.Rows, scores.Slice(state.OffsetOf(segment.Id), segment.Rows.Count));
        }

        var offset = state.TailOffset;
        foreach (var (_, batch) in state.Batches)
        {
            top.Offer(batch.Rows, scores.Slice(offset, batch.Rows.Count));
            offset += batch.Rows.Count;
        }

        return top.Best();
    }
}
