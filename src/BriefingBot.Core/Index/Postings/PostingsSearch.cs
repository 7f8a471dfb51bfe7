using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// Exhaustive term-at-a-time scoring (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 7.1): every row that
/// holds a term of the question gets that term's share; then the best are picked. Early-stopping schemes were measured slower here.
/// </summary>
internal sealed class PostingsSearch(PostingsIndex index, KindState state)
{
    public IReadOnlyList<IndexHit> Best(IReadOnlyList<QueryTerm> terms, Func<long, bool> visible, int size)
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

            return Pick(used, visible, size);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    /// <summary>Rows that hold the term, those of removed documents included until their segment is rewritten.</summary>
    public long RowsWith(string term)
    {
        var rows = index.RowsWith(state.Kind, term);
        foreach (var batch in state.Batches)
        {
            rows += batch.Batch.RowsWith(term);
        }

        return rows;
    }

    private static Dictionary<string, double> Combine(IReadOnlyList<QueryTerm> terms)
    {
        var combined = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            combined[term.Value] = combined.GetValueOrDefault(term.Value) + term.Weight;
        }

        return combined;
    }

    private void Score(string term, double weight, Span<float> scores)
    {
        var holders = RowsWith(term);
        if (holders == 0)
        {
            return;
        }

        var share = (float)(weight * state.Scoring.Idf(holders));
        index.Visit(state.Kind, term, scores, (segment, postings, all) =>
        {
            var rows = state.RowsOf(segment);
            state.Scoring.Accumulate(postings, rows.Lengths, share, all.Slice(state.OffsetOf(segment), rows.Count));
        });
        var offset = state.TailOffset;
        foreach (var (_, batch) in state.Batches)
        {
            state.Scoring.Accumulate(batch.Postings(term), batch.Rows.Lengths, share, scores.Slice(offset, batch.Rows.Count));
            offset += batch.Rows.Count;
        }
    }

    private IReadOnlyList<IndexHit> Pick(ReadOnlySpan<float> scores, Func<long, bool> visible, int size)
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
