using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Where one term's postings lie in a batch's bytes.</summary>
internal readonly record struct BatchPostings(int Rows, int Offset, int Length);

/// <summary>
/// The index of the rows one transaction added, or of several such transactions put together: the part of the index that
/// is still small. Kept as one blob, so that it is committed or rolled back with the passages themselves.
/// </summary>
internal sealed class Batch
{
    private readonly byte[] bytes;
    private readonly Dictionary<string, BatchPostings> terms;

    private Batch(byte[] bytes, SegmentRows rows, Dictionary<string, BatchPostings> terms)
    {
        this.bytes = bytes;
        this.terms = terms;
        Rows = rows;
    }

    public SegmentRows Rows { get; }

    public IEnumerable<string> Terms => terms.Keys;

    public ReadOnlySpan<byte> Postings(string term) => At(Find(term));

    /// <summary>Where a term's postings lie; of no rows where it stands in none.</summary>
    public BatchPostings Find(string term) => terms.GetValueOrDefault(term);

    public ReadOnlySpan<byte> At(BatchPostings found) => bytes.AsSpan(found.Offset, found.Length);

    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static Batch FromBytes(byte[] bytes)
    {
        var (rows, terms, position) = BatchBlob.Read(bytes);
        var found = new Dictionary<string, BatchPostings>(terms, StringComparer.Ordinal);
        while (position < bytes.Length)
        {
            var entry = PostingBlock.Read(bytes, ref position);
            var (at, length) = entry.List.GetOffsetAndLength(bytes.Length);
            found.Add(Encoding.UTF8.GetString(bytes.AsSpan(entry.Term)), new BatchPostings(entry.Holders, at, length));
        }

        return new Batch(bytes, rows, found);
    }
}
