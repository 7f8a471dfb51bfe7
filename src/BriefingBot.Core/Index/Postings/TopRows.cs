using System.Numerics;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The best rows seen so far, at most <paramref name="size"/>; among equals the lower id is better. A binary heap, worst on top.</summary>
/// <param name="size">How many to keep.</param>
/// <param name="visible">Whether the rows of a revision may be shown; asked only of rows that would be kept. Null: all may.</param>
internal sealed class TopRows(int size, Func<long, bool>? visible)
{
    private readonly (float Score, long Id)[] _heap = new (float, long)[size];
    private int _count;

    /// <summary>What a row must reach to be kept.</summary>
    private float Bar => _count < _heap.Length ? float.Epsilon : _heap[0].Score;

    /// <summary>Offers rows that follow each other; those without a score are passed over.</summary>
    /// <param name="rows">Of the part of the index.</param>
    /// <param name="first">The first that is offered.</param>
    /// <param name="scores">Theirs.</param>
    public void Offer(SegmentRows rows, int first, ReadOnlySpan<float> scores)
    {
        var bar = Bar;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var v = 0; v < vectors.Length; v++)
        {
            if (Vector.GreaterThanOrEqualAny(vectors[v], new Vector<float>(bar)))
            {
                Offer(rows, first, scores, v * Vector<float>.Count, (v + 1) * Vector<float>.Count);
                bar = Bar;
            }
        }

        Offer(rows, first, scores, vectors.Length * Vector<float>.Count, scores.Length);
    }

    /// <summary>The kept rows, best first.</summary>
    public IReadOnlyList<IndexHit> Best()
    {
        var kept = _heap[.._count];
        Array.Sort(kept, static (a, b) => IsWorse(a, b) ? 1 : -1);
        return Array.ConvertAll(kept, static row => new IndexHit(row.Id, row.Score));
    }

    private static bool IsWorse((float Score, long Id) a, (float Score, long Id) b) => a.Score < b.Score || (a.Score == b.Score && a.Id > b.Id);

    private void Offer(SegmentRows rows, int first, ReadOnlySpan<float> scores, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (scores[at] < Bar)
            {
                continue;
            }

            var row = (scores[at], rows.IdOf(first + at));
            if ((_count < _heap.Length || IsWorse(_heap[0], row)) && visible?.Invoke(rows.OwnerOf(first + at)) != false)
            {
                Keep(row);
            }
        }
    }

    private void Keep((float Score, long Id) row)
    {
        if (_count < _heap.Length)
        {
            Rise(_count++, row);
        }
        else
        {
            Sink(row);
        }
    }

    private void Rise(int at, (float Score, long Id) row)
    {
        while (at > 0 && IsWorse(row, _heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = row;
    }

    private void Sink((float Score, long Id) row)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!IsWorse(_heap[child], row))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = row;
    }
}
