using System.Runtime.InteropServices;

namespace BriefingBot.Core.Index.Postings;

/// <summary>Collects the rows of one transaction into a batch.</summary>
internal sealed class BatchBuilder
{
    private readonly Dictionary<string, PostingListBuilder> terms = new(StringComparer.Ordinal);
    private readonly List<long> ids = [];
    private readonly List<ushort> lengths = [];
    private readonly List<long> owners = [];
    private readonly List<int> ownerStarts = [];

    public int Count => ids.Count;

    /// <summary>Begins a row. Ids ascend; the rows of an owner follow each other.</summary>
    public void BeginRow(long id, long owner)
    {
        if (ids.Count > 0 && id <= ids[^1])
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, $"Index rows are added in ascending order; the last was {ids[^1]}.");
        }

        if (owners.Count == 0 || owners[^1] != owner)
        {
            owners.Add(owner);
            ownerStarts.Add(ids.Count);
        }

        ids.Add(id);
        lengths.Add(0);
    }

    /// <summary>Counts an occurrence of a term in the row that was begun last.</summary>
    /// <param name="term">The analyser's term.</param>
    /// <param name="weight">What an occurrence counts: 1 in the text, more in the title.</param>
    public void CountTerm(string term, int weight)
    {
        ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
        postings ??= new PostingListBuilder();
        postings.Add(ids.Count - 1, weight);
        if (lengths[^1] < SegmentRows.LargestLength)
        {
            lengths[^1]++;
        }
    }

    /// <summary>Appends another batch's rows behind these, those that <paramref name="keep"/> accepts.</summary>
    public void Append(Batch batch, Func<long, bool> keep)
    {
        var moved = AppendRows(batch.Rows, keep);
        foreach (var term in batch.Terms)
        {
            PostingListBuilder? postings = null;
            var reader = new PostingReader(batch.Postings(term));
            while (reader.Next())
            {
                if (moved[reader.Ordinal] >= 0)
                {
                    postings ??= Postings(term);
                    postings.Add(moved[reader.Ordinal], reader.Frequency);
                }
            }
        }
    }

    /// <summary>Appends another part's rows without their terms.</summary>
    /// <returns>For each of its ordinals the ordinal here, or -1 where the row was left out.</returns>
    public int[] AppendRows(SegmentRows rows, Func<long, bool> keep)
    {
        var moved = new int[rows.Count];
        for (var ordinal = 0; ordinal < rows.Count; ordinal++)
        {
            var owner = rows.OwnerOf(ordinal);
            moved[ordinal] = keep(owner) ? ids.Count : -1;
            if (moved[ordinal] >= 0)
            {
                BeginRow(rows.IdOf(ordinal), owner);
                lengths[^1] = rows.Lengths[ordinal];
            }
        }

        return moved;
    }

    /// <summary>The rows collected.</summary>
    public SegmentRows Rows() => new(ids, [.. lengths], [.. owners], [.. ownerStarts]);

    /// <summary>The terms collected with their postings.</summary>
    public IReadOnlyCollection<KeyValuePair<string, PostingListBuilder>> Terms => terms;

    public byte[] ToBytes() => Batch.ToBytes(Rows(), terms);

    private PostingListBuilder Postings(string term)
    {
        if (!terms.TryGetValue(term, out var postings))
        {
            terms.Add(term, postings = new PostingListBuilder());
        }

        return postings;
    }
}
