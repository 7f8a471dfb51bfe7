using System.Buffers;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// Exhaustive term-at-a-time scoring (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 7.1): every row that
/// holds a term of the question gets that term's share; then the best are picked. Early-stopping schemes were measured slower here.
/// </summary>
/// <remarks>
/// Rows are scored in windows, all terms of one before any of the next (Cutting and Pedersen, Space optimizations for total ranking, RIAO 1997): what a window's
/// rows are scored by stays in the processor's nearest cache, where that of a million rows would not.
/// </remarks>
internal sealed class PostingsSearch(LibrarySession session, KindState state) : IDisposable
{
    /// <summary>Rows scored at once: their scores and lengths take 48 KB.</summary>
    private const int Window = 8_192;

    private const int RareRows = 1_000;

    private readonly SegmentLookup _terms = new(session, state.Segments);
    private readonly QuestionLists _lists = QuestionLists.Rent();

    public void Dispose() => QuestionLists.Return(_lists);

    public IReadOnlyList<IndexHit> Best(IReadOnlyList<QueryTerm> terms, Func<long, bool>? visible, int size)
    {
        if (state.Rows == 0 || size <= 0) return [];
        foreach (var (term, weight) in Combine(terms))
        {
            Read(term);
            if (_lists.Holders > 0) _lists.Weigh((float)(weight * state.Scoring.Idf(_lists.Holders)));
        }

        var scores = ArrayPool<float>.Shared.Rent(Window);
        try
        {
            var top = new TopRows(Math.Min(size, state.Rows), visible);
            var lists = _lists.ByPart();
            for (var from = 0; from < lists.Length;)
            {
                var to = from + 1;
                while (to < lists.Length && lists[to].Part == lists[from].Part) to++;
                Score(state.Parts[lists[from].Part], lists[from..to], scores.AsSpan(0, Window), top);
                from = to;
            }

            return top.Best();
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
        if (gone.Count == 0 || rows == 0 || rows > RareRows) return rows;
        Read(term);
        foreach (var list in _lists.OfTerm) rows -= CountGone(_lists.PostingsOf(list), state.Parts[list.Part], gone);
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

    /// <summary>Fetches a term's lists; rows of removed documents count until their segment is rewritten.</summary>
    private void Read(string term)
    {
        _lists.Begin();
        _terms.Read(term, _lists);
        for (var i = 0; i < state.Batches.Count; i++)
        {
            var batch = state.Batches[i].Batch;
            if (batch.Find(term) is { Holders: > 0 } found) _lists.Add(state.Segments.Count + i, found.Holders, batch.At(found));
        }
    }

    private void Score(SegmentRows rows, Span<PostingCursor> lists, Span<float> scores, TopRows top)
    {
        while (Next(lists) is var first and < long.MaxValue)
        {
            var window = scores[..(int)Math.Min(Window, rows.Count - first)];
            window.Clear();
            foreach (ref var list in lists) state.Scoring.Accumulate(ref list, _lists.PostingsOf(list), rows.Lengths, (int)first, window);
            top.Offer(rows, (int)first, window);
        }
    }

    private static long Next(ReadOnlySpan<PostingCursor> lists)
    {
        var next = long.MaxValue;
        foreach (ref readonly var list in lists) next = Math.Min(next, list.Next);
        return next;
    }
}
