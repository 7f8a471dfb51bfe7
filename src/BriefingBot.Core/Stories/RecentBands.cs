using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace BriefingBot.Core.Stories;

/// <summary>The bands of the newest texts, held in memory as the writer of a library wrote them or will before it commits.</summary>
internal sealed class RecentBands
{
    /// <summary>Bytes a band and its revision take where they are stored.</summary>
    public const int BytesEach = 2 * sizeof(long);

    private readonly Dictionary<long, (int First, int Last)> chains = [];
    private readonly List<Entry> entries = [];
    private int stored;

    public int Count => entries.Count;

    public void Add(long band, long revisionId)
    {
        var at = entries.Count;
        entries.Add(new Entry(band, revisionId, 0));
        ref var chain = ref CollectionsMarshal.GetValueRefOrAddDefault(chains, band, out var exists);
        if (exists) CollectionsMarshal.AsSpan(entries)[chain.Last].Next = at;
        chain = exists ? (chain.First, at) : (at, at);
    }

    /// <summary>Adds what was stored by <see cref="TakeNew"/>.</summary>
    public void AddStored(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= BytesEach; bytes = bytes[BytesEach..])
            Add(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(long)..]));
        stored = entries.Count;
    }

    /// <summary>The bands added since the last call, and their revisions, to be stored; empty where there are none.</summary>
    public byte[] TakeNew()
    {
        var bytes = new byte[(entries.Count - stored) * BytesEach];
        for (var rest = bytes.AsSpan(); !rest.IsEmpty; rest = rest[BytesEach..])
        {
            var entry = entries[stored++];
            BinaryPrimitives.WriteInt64LittleEndian(rest, entry.Band);
            BinaryPrimitives.WriteInt64LittleEndian(rest[sizeof(long)..], entry.RevisionId);
        }

        return bytes;
    }

    /// <summary>Adds the revisions that hold a band to a list, the oldest first.</summary>
    public void Find(long band, int most, List<long> revisions)
    {
        if (!chains.TryGetValue(band, out var chain)) return;
        for (var at = chain.First; most > 0; at = entries[at].Next, most--)
        {
            revisions.Add(entries[at].RevisionId);
            if (at == chain.Last) return;
        }
    }

    /// <summary>All of them in order of bands, and the revision that holds each.</summary>
    public (long[] Bands, long[] Revisions) InOrder()
    {
        var (bands, revisions) = (new long[entries.Count], new long[entries.Count]);
        for (var i = 0; i < bands.Length; i++) (bands[i], revisions[i]) = (entries[i].Band, entries[i].RevisionId);
        Array.Sort(bands, revisions);
        return (bands, revisions);
    }

    // Next is the place of the next one of the same band, where this is not the last.
    private record struct Entry(long Band, long RevisionId, int Next);
}
