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
internal sealed class PostingsSearch(LibrarySession session, KindState state, int mostBytes = PostingsSearch.MostBytes) : IDisposable
{
    /// <summary>Rows scored at once: their scores and lengths take 48 KB.</summary>
    private const int Window = 8_192;

    /// <summary>Bytes of lists after which those read so far are scored: only a question of hundreds of common words has more.</summary>
    private const int MostBytes = 32 << 20;

    private const int RareRows = 1_000;

    private readonly SegmentLookup _terms = new(session, state.Segments);
    private readonly QuestionLists _lists = QuestionLists.Rent();

    public void Dispose() => QuestionLists.Return(_lists);

    public IReadOnlyList<IndexHit> Best(IReadOnlyList<QueryTerm> terms, Func<long, bool>? visible, int size)
    {
        if (state.Rows == 0 || size <= 0) return [];
        float[][]? all = null;
        foreach (var (term, weight) in Combine(terms))
        {
            Read(term);
            if (_lists.Holders > 0) _lists.Weigh((float)(weight * state.Scoring.Idf(_lists.Holders)));
            if (_lists.Bytes >= mostBytes) AddTo(all ??= [.. state.Parts.Select(rows => new float[rows.Count])]);
        }

        var top = new TopRows(Math.Min(size, state.Rows), visible);
        if (all is null) OfferByWindow(top);
        else OfferAll(all, top);
        return top.Best();
    }

    /// <summary>Rows that hold the term; without those of revisions that are gone where it is rare, since there it matters whether any is left.</summary>
    public long LiveRowsWith(string term, IReadOnlySet<long> gone)
    {
        var rows = _terms.Holders(term) + state.Batches.Sum(batch => (long)batch.Batch.Find(term).Holders);
        if (gone.Count == 0 || rows == 0 || rows > RareRows) return rows;
        _lists.Clear();
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

    private void OfferByWindow(TopRows top)
    {
        var scores = ArrayPool<float>.Shared.Rent(Window);
        for (var lists = _lists.ByPart(); OfPart(lists) is { Length: > 0 } of; lists = lists[of.Length..])
            OfferByWindow(state.Parts[of[0].Part], of, scores.AsSpan(0, Window), top);
        ArrayPool<float>.Shared.Return(scores);
    }

    private void OfferByWindow(SegmentRows rows, Span<PostingCursor> lists, Span<float> scores, TopRows top)
    {
        while (Next(lists) is var first and < long.MaxValue)
        {
            var window = scores[..(int)Math.Min(Window, rows.Count - first)];
            window.Clear();
            Accumulate(lists, rows, (int)first, window);
            top.Offer(rows, (int)first, window);
        }
    }

    /// <summary>Scores what was read so far, and forgets it.</summary>
    private void AddTo(float[][] all)
    {
        for (var lists = _lists.ByPart(); OfPart(lists) is { Length: > 0 } of; lists = lists[of.Length..])
            Accumulate(of, state.Parts[of[0].Part], 0, all[of[0].Part]);
        _lists.Clear();
    }

    private void OfferAll(float[][] all, TopRows top)
    {
        AddTo(all);
        for (var part = 0; part < all.Length; part++) top.Offer(state.Parts[part], 0, all[part]);
    }

    private void Accumulate(Span<PostingCursor> lists, SegmentRows rows, int first, Span<float> scores)
    {
        foreach (ref var list in lists) state.Scoring.Accumulate(ref list, _lists.PostingsOf(list), rows.Lengths, first, scores);
    }

    /// <summary>Those of the first one's part; none where there is none.</summary>
    private static Span<PostingCursor> OfPart(Span<PostingCursor> lists)
    {
        var end = 0;
        while (end < lists.Length && lists[end].Part == lists[0].Part) end++;
        return lists[..end];
    }

    private static long Next(ReadOnlySpan<PostingCursor> lists)
    {
        var next = long.MaxValue;
        foreach (ref readonly var list in lists) next = Math.Min(next, list.Next);
        return next;
    }
}
