using System.Buffers.Binary;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Goes through the terms of a part of the index in order of their bytes, once, while parts are put together.</summary>
internal sealed class TermCursor
{
    private readonly IEnumerator<ReadOnlyMemory<byte>> _blocks;
    private readonly int[] _moved;
    private ReadOnlyMemory<byte> _block;
    private Range _term;
    private Range _list;
    private int _position;
    private ulong _beginning;

    /// <param name="blocks">The blocks of the part, in order; the bytes of one need not outlast the call for the next.</param>
    /// <param name="moved">For each row of the part its place in the whole; -1 where it is left out.</param>
    public TermCursor(IEnumerable<ReadOnlyMemory<byte>> blocks, int[] moved)
    {
        (_blocks, _moved) = (blocks.GetEnumerator(), moved);
        Next();
    }

    /// <summary>Whether all terms have been taken.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The term that is next; valid until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Term => _block.Span[_term];

    /// <summary>Whether this one's next term stands before the other's.</summary>
    public bool IsBefore(TermCursor other) =>
        _beginning == other._beginning ? Term.SequenceCompareTo(other.Term) < 0 : _beginning < other._beginning;

    /// <summary>Adds the postings of the next term, if it is this one, and goes on to the one after it.</summary>
    /// <param name="term">The least of all that are next.</param>
    /// <param name="beginning">Of <see cref="Beginning"/>.</param>
    /// <param name="list">Receives the postings.</param>
    public void TakeIf(ReadOnlySpan<byte> term, ulong beginning, PostingListBuilder list)
    {
        if (IsOver || _beginning != beginning || !Term.SequenceEqual(term)) return;
        var reader = new PostingReader(_block.Span[_list]);
        while (reader.Next())
        {
            if (_moved[reader.Ordinal] >= 0) list.Add(_moved[reader.Ordinal], reader.Frequency);
        }

        Next();
    }

    /// <summary>The first eight bytes as a number that sorts as they do: most terms are told apart by it alone.</summary>
    public static ulong Beginning(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64BigEndian(term);
        var beginning = 0ul;
        for (var at = 0; at < sizeof(ulong); at++) beginning = (beginning << 8) | (at < term.Length ? term[at] : 0u);
        return beginning;
    }

    private void Next()
    {
        while (_position >= _block.Length)
        {
            if (!_blocks.MoveNext())
            {
                (IsOver, _beginning) = (true, ulong.MaxValue);
                return;
            }

            (_block, _position) = (_blocks.Current, 0);
        }

        var entry = PostingBlock.Read(_block.Span, ref _position);
        (_term, _list, _beginning) = (entry.Term, entry.List, Beginning(_block.Span[entry.Term]));
    }
}
