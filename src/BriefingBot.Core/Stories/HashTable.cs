using System.Numerics;

namespace BriefingBot.Core.Stories;

/// <summary>The distinct numbers among some hashes: made for both of every two texts that are compared, where filling a set would take longer than comparing.</summary>
internal sealed class HashTable
{
    /// <summary>Zero where there is none. At most half of them are taken, so that a search soon meets such a slot.</summary>
    private readonly ulong[] _slots;
    private readonly ulong[] _distinct;
    private readonly bool _hasZero;

    public HashTable(ReadOnlySpan<ulong> hashes)
    {
        var slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, hashes.Length * 2L))];
        var distinct = new ulong[hashes.Length];
        foreach (var hash in hashes)
        {
            ref var slot = ref slots[Slot(slots, hash)];
            if (slot == hash && (hash != 0 || _hasZero)) continue;
            if (hash == 0) _hasZero = true;
            distinct[Count++] = slot = hash;
        }

        (_slots, _distinct) = (slots, distinct);
    }

    public int Count { get; }

    public bool Contains(ulong hash) => hash == 0 ? _hasZero : _slots[Slot(_slots, hash)] == hash;

    /// <summary>How many numbers are in both.</summary>
    public int Shared(HashTable other)
    {
        if (other.Count < Count) return other.Shared(this);
        var shared = 0;
        foreach (var hash in _distinct.AsSpan(0, Count)) shared += other.Contains(hash) ? 1 : 0;
        return shared;
    }

    /// <summary>Where a hash is, or the empty slot where it belongs.</summary>
    private static int Slot(ulong[] slots, ulong hash)
    {
        var slot = (int)((hash * 0x9E3779B97F4A7C15) >> 32) & (slots.Length - 1);
        while (slots[slot] != 0 && slots[slot] != hash) slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }
}
