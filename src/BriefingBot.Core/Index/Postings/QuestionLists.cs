using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The postings of a question's terms in every part of the index, copied into one buffer: how many rows hold a term must be known before the first is scored.</summary>
internal sealed class QuestionLists
{
    // Common terms' lists are megabytes in a large library: made anew for every question, they would be most of its garbage.
    private static readonly ConcurrentBag<QuestionLists> Spare = [];

    /// <summary>A buffer larger than what questions need is not kept.</summary>
    private const int MostKept = 8 << 20;

    private readonly List<PostingCursor> _lists = [];
    private byte[] _bytes = new byte[4096];
    private int _term;

    /// <summary>A buffer with room from earlier questions; give it back with <see cref="Return"/>.</summary>
    public static QuestionLists Rent() => Spare.TryTake(out var spare) ? spare : new QuestionLists();

    public static void Return(QuestionLists lists)
    {
        lists.Clear();
        if (lists._bytes.Length <= MostKept) Spare.Add(lists);
    }

    /// <summary>Bytes of all lists.</summary>
    public int Bytes { get; private set; }

    /// <summary>Rows that hold the term begun last.</summary>
    public long Holders { get; private set; }

    /// <summary>The lists of the term begun last.</summary>
    public ReadOnlySpan<PostingCursor> OfTerm => CollectionsMarshal.AsSpan(_lists)[_term..];

    /// <summary>Begins another term.</summary>
    public void Begin() => (_term, Holders) = (_lists.Count, 0);

    /// <summary>Adds a list of the term.</summary>
    /// <param name="part">Place of the part in <see cref="KindState.Parts"/>.</param>
    /// <param name="holders">Rows that hold the term there.</param>
    /// <param name="postings">For a <see cref="PostingReader"/>.</param>
    public void Add(int part, int holders, ReadOnlySpan<byte> postings)
    {
        if (Bytes + postings.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Bytes + postings.Length));
        postings.CopyTo(_bytes.AsSpan(Bytes));
        _lists.Add(new PostingCursor(part, Bytes, postings.Length));
        Bytes += postings.Length;
        Holders += holders;
    }

    /// <summary>Says what the term counts.</summary>
    public void Weigh(float weight)
    {
        foreach (ref var list in CollectionsMarshal.AsSpan(_lists)[_term..]) list.Weight = weight;
    }

    /// <summary>All lists, those of a part together, each part's in the order of terms.</summary>
    public Span<PostingCursor> ByPart()
    {
        var lists = CollectionsMarshal.AsSpan(_lists);
        lists.Sort(static (a, b) => a.Part != b.Part ? a.Part.CompareTo(b.Part) : a.Start.CompareTo(b.Start));
        return lists;
    }

    public ReadOnlySpan<byte> PostingsOf(PostingCursor list) => _bytes.AsSpan(list.Start, list.Length);

    public void Clear()
    {
        _lists.Clear();
        (Bytes, _term, Holders) = (0, 0, 0);
    }
}
