namespace BriefingBot.Core.Index.Postings;

/// <summary>Numbers terms in the order they come. A hash table with open addressing that keeps the hashes beside the numbers, so that a term's letters are rarely looked at.</summary>
/// <remarks>Hashes are those of <see cref="string.GetHashCode()"/>, which differ from process to process: no document can be written to make them collide.</remarks>
internal sealed class TermTable
{
    private const int LeastSlots = 1024;

    private readonly List<string> _terms = [];
    private readonly List<int> _hashes = [];
    private Slot[] _slots = new Slot[LeastSlots];

    public int Count => _terms.Count;

    public string this[int number] => _terms[number];

    /// <summary>The number of a term, a new one where it has none.</summary>
    /// <param name="term">Any string.</param>
    /// <param name="hash">Its <see cref="string.GetHashCode()"/>.</param>
    public int NumberOf(string term, int hash)
    {
        var mask = _slots.Length - 1;
        var at = hash & mask;
        for (; _slots[at].Next > 0; at = (at + 1) & mask)
        {
            if (_slots[at].Hash != hash) continue;
            var number = _slots[at].Next - 1;
            var known = _terms[number];
            if (ReferenceEquals(known, term) || string.Equals(known, term, StringComparison.Ordinal)) return number;
        }

        _terms.Add(term);
        _hashes.Add(hash);
        _slots[at] = new Slot(hash, _terms.Count);
        if (2 * _terms.Count > _slots.Length) Grow();
        return _terms.Count - 1;
    }

    /// <summary>The terms by number, and their hashes.</summary>
    public (string[] Terms, int[] Hashes) ToArrays() => ([.. _terms], [.. _hashes]);

    public void Clear()
    {
        _terms.Clear();
        _hashes.Clear();
        Array.Clear(_slots);
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[2 * old.Length];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.Next == 0) continue;
            var at = slot.Hash & mask;
            while (_slots[at].Next > 0) at = (at + 1) & mask;
            _slots[at] = slot;
        }
    }

    /// <param name="Hash">Of the term.</param>
    /// <param name="Next">The number after the term's own; 0 in an empty slot.</param>
    private readonly record struct Slot(int Hash, int Next);
}
