using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>
/// The index of the rows one transaction added, or of several such transactions put together: the part of the index that
/// is still small. Kept as one blob, so that it is committed or rolled back with the passages themselves.
/// </summary>
internal sealed class Batch
{
    private readonly byte[] bytes;
    private readonly Dictionary<string, BlockEntry> terms;

    private Batch(byte[] bytes, SegmentRows rows, Dictionary<string, BlockEntry> terms)
    {
        this.bytes = bytes;
        this.terms = terms;
        Rows = rows;
    }

    public SegmentRows Rows { get; }

    /// <summary>Where a term's postings lie; of no rows where it stands in none.</summary>
    public BlockEntry Find(string term) => terms.GetValueOrDefault(term);

    public ReadOnlySpan<byte> At(BlockEntry found) => bytes.AsSpan(found.List);

    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static Batch FromBytes(byte[] bytes)
    {
        var (rows, position) = BatchBlob.Read(bytes);
        var found = new Dictionary<string, BlockEntry>(StringComparer.Ordinal);
        while (position < bytes.Length)
        {
            var entry = PostingBlock.Read(bytes, ref position);
            found.Add(Encoding.UTF8.GetString(bytes.AsSpan(entry.Term)), entry);
        }

        return new Batch(bytes, rows, found);
    }
}
