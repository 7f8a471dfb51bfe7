using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;

namespace BriefingBot.Core.Stories;

/// <summary>The distinct numbers among some hashes: made for both of every two texts that are compared, where filling a set would take longer than comparing.</summary>
/// <remarks>Its memory is borrowed: of a copy it is more than all else that is made to find it.</remarks>
internal sealed class HashTable : IDisposable
{
    /// <summary>Odd, and another in every process: no text can be written whose hashes all fall into one place (multiply-shift hashing; Dietzfelbinger and others 1997).</summary>
    private static readonly ulong Multiplier = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    /// <summary>Zero where there is none. At most half of them are taken, so that a search soon meets such a slot.</summary>
    private readonly ulong[] _slots;
    private readonly ulong[] _distinct;
    private readonly int _mask;
    private readonly bool _hasZero;

    public HashTable(ReadOnlySpan<ulong> hashes)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, hashes.Length * 2L));
        (_slots, _distinct, _mask) = (ArrayPool<ulong>.Shared.Rent(slots), ArrayPool<ulong>.Shared.Rent(hashes.Length), slots - 1);
        _slots.AsSpan(0, slots).Clear();
        foreach (var hash in hashes)
        {
            ref var slot = ref _slots[Slot(hash)];
            if (slot == hash && (hash != 0 || _hasZero)) continue;
            if (hash == 0) _hasZero = true;
            _distinct[Count++] = slot = hash;
        }
    }

    public int Count { get; }

    public bool Contains(ulong hash) => hash == 0 ? _hasZero : _slots[Slot(hash)] == hash;

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_slots);
        ArrayPool<ulong>.Shared.Return(_distinct);
    }

    /// <summary>How many numbers are in both.</summary>
    public int Shared(HashTable other)
    {
        if (other.Count < Count) return other.Shared(this);
        var shared = 0;
        foreach (var hash in _distinct.AsSpan(0, Count)) shared += other.Contains(hash) ? 1 : 0;
        return shared;
    }

    /// <summary>Where a hash is, or the empty slot where it belongs.</summary>
    private int Slot(ulong hash)
    {
        var slot = (int)((hash * Multiplier) >> 32) & _mask;
        while (_slots[slot] != 0 && _slots[slot] != hash) slot = (slot + 1) & _mask;
        return slot;
    }
}
