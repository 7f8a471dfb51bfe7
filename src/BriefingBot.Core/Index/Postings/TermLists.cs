using System.Collections.Concurrent;

namespace BriefingBot.Core.Index.Postings;

/// <summary>One term's postings in every segment, copied into one buffer: how many rows hold the term must be known before the first is scored.</summary>
internal sealed class TermLists
{
    // A common term's lists are megabytes in a large library: made anew for every question, they would be most of its garbage.
    private static readonly ConcurrentBag<TermLists> Spare = [];

    private readonly List<(long Segment, int Start, int Length)> _lists = [];
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>A buffer with room from earlier questions; give it back with <see cref="Return"/>.</summary>
    public static TermLists Rent() => Spare.TryTake(out var spare) ? spare : new TermLists();

    public static void Return(TermLists lists)
    {
        lists.Clear();
        Spare.Add(lists);
    }

    /// <summary>Rows that hold the term.</summary>
    public long Holders { get; private set; }

    public int Count => _lists.Count;

    public long SegmentOf(int list) => _lists[list].Segment;

    public ReadOnlySpan<byte> PostingsOf(int list) => _bytes.AsSpan(_lists[list].Start, _lists[list].Length);

    public void Add(long segment, long holders, ReadOnlySpan<byte> postings)
    {
        if (_length + postings.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + postings.Length));
        }

        postings.CopyTo(_bytes.AsSpan(_length));
        _lists.Add((segment, _length, postings.Length));
        _length += postings.Length;
        Holders += holders;
    }

    public void Clear()
    {
        _lists.Clear();
        (_length, Holders) = (0, 0);
    }
}
