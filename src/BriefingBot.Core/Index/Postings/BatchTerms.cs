using System.Runtime.InteropServices;
using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The terms of one transaction, numbered; its passages and its documents hold the same ones.</summary>
internal sealed class BatchTerms
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private byte[] _bytes = new byte[192];

    public int Count => _terms.Count;

    /// <summary>A term's bytes, valid until the next is asked for.</summary>
    public ReadOnlySpan<byte> Utf8(int number)
    {
        var term = _terms[number];
        if (Encoding.UTF8.GetMaxByteCount(term.Length) is var most && most > _bytes.Length) _bytes = new byte[most];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(term, _bytes));
    }

    public int NumberOf(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var known);
        if (known) return number;
        number = _terms.Count;
        _terms.Add(term);
        return number;
    }

    /// <summary>The numbers in order of their terms: what is written in order is put together without looking terms up.</summary>
    public int[] InOrder()
    {
        var terms = _terms.ToArray();
        var numbers = new int[terms.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = i;
        Array.Sort(terms, numbers, StringComparer.Ordinal);
        return numbers;
    }

    public void Clear()
    {
        _numbers.Clear();
        _terms.Clear();
    }
}
