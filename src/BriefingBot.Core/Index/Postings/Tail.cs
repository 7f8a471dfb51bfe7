using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// The young end of the index: one blob for each committed change, eight of a size put together into one, and all of it
/// made a segment when it has grown (a log-structured merge; O'Neil, Cheng, Gawlick and O'Neil 1996).
/// </summary>
internal sealed class Tail(LibrarySession session)
{
    /// <summary>Rows at which the tail becomes a segment.</summary>
    public const int SegmentRows = 10_000;

    /// <summary>How many of one size are put together.</summary>
    private const int FanIn = 8;

    /// <summary>Batches of this size and above (512 rows) wait for the segment: there are few of them, and each putting together writes every posting again.</summary>
    private const int LargeSize = 3;

    private readonly PostingsIndex _index = new(session);

    /// <param name="kind">Which index.</param>
    /// <param name="added">What a transaction has added.</param>
    /// <param name="order">Of <see cref="BatchTerms.InOrder"/> of its terms.</param>
    public void Add(IndexKind kind, BatchBuilder added, OrderedTerms order)
    {
        if (added.Count == 0)
        {
            return;
        }

        var (rows, bytes) = added.Finish(order);
        var stored = _index.Batches(kind);
        var most = SizeClass(rows.Count) < LargeSize ? SegmentRows : FullSegment(kind);
        if (rows.Count >= SegmentRows || stored.Sum(batch => batch.Count) + rows.Count >= most)
        {
            Flush(kind, [.. stored.Select(batch => batch.Id)], bytes);
            return;
        }

        var sizes = stored.Select(batch => SizeClass(batch.Count)).ToList();
        var together = Together(sizes, SizeClass(rows.Count));
        if (together == 0)
        {
            _index.AddBatch(kind, rows, bytes);
            return;
        }

        var whole = Merge([.. stored.TakeLast(together).Select(batch => batch.Id)], bytes);
        _index.AddBatch(kind, whole.Rows, whole.ToBytes());
    }

    /// <summary>
    /// Rows at which it becomes one while many are added at once: small segments hold nearly as many terms as a large one, and are put together
    /// once more. Documents are several times as long as passages.
    /// </summary>
    public static int FullSegment(IndexKind kind) => kind == IndexKind.Passages ? 80_000 : 20_000;

    /// <summary>How many of the last stored batches go together with one of a size: full groups of eight, and what a group makes of the next.</summary>
    internal static int Together(IReadOnlyList<int> stored, int size)
    {
        var taken = 0;
        while (size < LargeSize)
        {
            var same = 0;
            while (taken + same < stored.Count && stored[^(taken + same + 1)] <= size)
            {
                same++;
            }

            if (same < FanIn - 1)
            {
                return taken;
            }

            taken += same;
            size++;
        }

        return taken;
    }

    private static int SizeClass(int rows) => (int)Math.Floor(Math.Log(Math.Max(rows, 1), FanIn));

    /// <summary>Makes a segment of what was left behind when many were added at once.</summary>
    public void Settle(IndexKind kind)
    {
        if (IsDue(kind)) Flush(kind, [.. _index.Batches(kind).Select(batch => batch.Id)]);
    }

    /// <summary>Whether <see cref="Settle"/> has something to do.</summary>
    public bool IsDue(IndexKind kind) => _index.Batches(kind).Sum(batch => batch.Count) >= SegmentRows;

    private void Flush(IndexKind kind, List<long> stored, params ReadOnlyMemory<byte>[] added)
    {
        var whole = Merge(stored, added);
        var segment = new SegmentWriter(_index, kind, level: 0);
        whole.Visit(segment.Add);
        segment.Finish(whole.Rows);
    }

    private BatchMerge Merge(List<long> ids, params ReadOnlyMemory<byte>[] added)
    {
        var whole = new BatchMerge([.. ids.Select(id => (ReadOnlyMemory<byte>)_index.Batch(id)), .. added]);
        _index.RemoveBatches(ids);
        return whole;
    }
}
