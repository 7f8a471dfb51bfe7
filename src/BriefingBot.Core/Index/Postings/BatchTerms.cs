using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The terms of one transaction, numbered; its passages and its documents hold the same ones.</summary>
internal sealed class BatchTerms
{
    private readonly TermTable _terms = new();
    private byte[] _bytes = new byte[192];

    public int Count => _terms.Count;

    /// <summary>A term's bytes, valid until the next is asked for.</summary>
    public ReadOnlySpan<byte> Utf8(int number)
    {
        var term = _terms[number];
        if (Encoding.UTF8.GetMaxByteCount(term.Length) is var most && most > _bytes.Length) _bytes = new byte[most];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(term, _bytes));
    }

    /// <inheritdoc cref="TermTable.NumberOf"/>
    public int NumberOf(string term, int hash) => _terms.NumberOf(term, hash);

    /// <summary>The numbers in order of their terms: what is written in order is put together without looking terms up.</summary>
    public int[] InOrder()
    {
        var numbers = new int[_terms.Count];
        var beginnings = new ulong[numbers.Length];
        for (var i = 0; i < numbers.Length; i++) (numbers[i], beginnings[i]) = (i, Beginning(_terms[i]));
        // Numbers sort many times faster than strings, and few terms begin alike.
        Array.Sort(beginnings, numbers);
        for (var at = 0; at < numbers.Length;)
        {
            var alike = at + 1;
            while (alike < numbers.Length && beginnings[alike] == beginnings[at]) alike++;
            if (alike - at > 1) numbers.AsSpan(at, alike - at).Sort((a, b) => string.CompareOrdinal(_terms[a], _terms[b]));
            at = alike;
        }

        return numbers;
    }

    /// <summary>The first four code units as a number that sorts as they do; a term that is shorter stands before those it begins.</summary>
    private static ulong Beginning(string term)
    {
        var beginning = 0ul;
        for (var i = 0; i < 4; i++) beginning = (beginning << 16) | (i < term.Length ? term[i] : 0u);
        return beginning;
    }

    public void Clear() => _terms.Clear();
}
