using System.Numerics;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The best rows seen so far, at most <paramref name="size"/>; among equals the lower id is better.</summary>
/// <param name="size">How many to keep.</param>
/// <param name="visible">Whether the rows of a revision may be shown; asked only of rows that would be kept.</param>
internal sealed class TopRows(int size, Func<long, bool> visible)
{
    private static readonly Comparer<(double Score, long Id)> WorstFirst = Comparer<(double Score, long Id)>.Create(
        static (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Id.CompareTo(a.Id));

    private readonly PriorityQueue<long, (double Score, long Id)> kept = new(WorstFirst);

    /// <summary>What a row must reach to be kept.</summary>
    private float Bar => kept.Count < size ? float.Epsilon : BarOf(kept);

    /// <summary>Offers a segment's rows, given their scores by ordinal; rows without a score are passed over.</summary>
    public void Offer(SegmentRows rows, ReadOnlySpan<float> scores)
    {
        var bar = Bar;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var v = 0; v < vectors.Length; v++)
        {
            if (Vector.GreaterThanOrEqualAny(vectors[v], new Vector<float>(bar)))
            {
                bar = Offer(rows, scores, v * Vector<float>.Count, (v + 1) * Vector<float>.Count);
            }
        }

        Offer(rows, scores, vectors.Length * Vector<float>.Count, scores.Length);
    }

    /// <summary>The kept rows, best first.</summary>
    public IReadOnlyList<IndexHit> Best()
    {
        var hits = new IndexHit[kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            kept.TryDequeue(out var id, out var priority);
            hits[i] = new IndexHit(id, priority.Score);
        }

        return hits;
    }

    private static float BarOf(PriorityQueue<long, (double Score, long Id)> kept) =>
        kept.TryPeek(out _, out var worst) ? (float)worst.Score : float.Epsilon;

    private float Offer(SegmentRows rows, ReadOnlySpan<float> scores, int from, int to)
    {
        var bar = Bar;
        for (var ordinal = from; ordinal < to; ordinal++)
        {
            if (scores[ordinal] < bar || !visible(rows.OwnerOf(ordinal)))
            {
                continue;
            }

            var id = rows.IdOf(ordinal);
            kept.Enqueue(id, (scores[ordinal], id));
            if (kept.Count > size)
            {
                kept.Dequeue();
            }

            bar = Bar;
        }

        return bar;
    }
}
