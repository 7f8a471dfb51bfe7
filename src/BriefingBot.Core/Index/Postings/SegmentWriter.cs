using System.Buffers;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Writes a segment: its terms in order, block by block, and its row when all are written.</summary>
internal sealed class SegmentWriter(PostingsIndex index, IndexKind kind, int level)
{
    /// <summary>With what SQLite writes around it, a block of so many bytes fills one of its pages of 4,096 (https://sqlite.org/fileformat2.html#b_tree_pages).</summary>
    internal const int BlockBytes = 4_000;

    private readonly SegmentTermsBuilder _terms = new();
    private readonly ArrayBufferWriter<byte> _block = new(BlockBytes);
    private readonly ArrayBufferWriter<byte> _entry = new();
    private readonly long _firstBlock = index.FreeBlock();
    private long _blocks;
    private int _inBlock;
    private int _holders;

    /// <summary>Adds a term behind those before it. A long list has a block of its own, so that it is not read for its neighbours.</summary>
    public void Add(ReadOnlySpan<byte> term, PostingListBuilder postings)
    {
        _entry.ResetWrittenCount();
        PostingBlock.Write(_entry, term, postings);
        if (_inBlock > 0 && _block.WrittenCount + _entry.WrittenCount > BlockBytes) EndBlock();
        if (_inBlock == 0) _terms.Add(term);
        _block.Write(_entry.WrittenSpan);
        _holders = postings.Rows;
        _inBlock++;
    }

    /// <summary>Ends the segment.</summary>
    public void Finish(SegmentRows rows)
    {
        if (_inBlock > 0) EndBlock();
        index.AddSegment(kind, level, rows, _firstBlock, _terms.ToBytes());
    }

    private void EndBlock()
    {
        index.AddBlock(_firstBlock + _blocks++, _inBlock == 1 ? _holders : null, _block.WrittenSpan);
        _block.ResetWrittenCount();
        _inBlock = 0;
    }
}
