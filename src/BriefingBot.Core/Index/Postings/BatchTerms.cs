using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The terms of one transaction, numbered; its passages and its documents hold the same ones.</summary>
internal sealed class BatchTerms
{
    private readonly TermTable _terms = new();

    public int Count => _terms.Count;

    /// <inheritdoc cref="TermTable.NumberOf"/>
    public int NumberOf(string term, int hash) => _terms.NumberOf(term, hash);

    /// <summary>The terms in order: what is written in order is put together without looking terms up.</summary>
    public OrderedTerms InOrder()
    {
        var numbers = Sorted();
        var starts = new int[numbers.Length + 1];
        var bytes = new ArrayBufferWriter<byte>((8 * numbers.Length) + 1);
        for (var i = 0; i < numbers.Length; i++)
        {
            Encoding.UTF8.GetBytes(_terms[numbers[i]], bytes);
            starts[i + 1] = bytes.WrittenCount;
        }

        return new OrderedTerms(numbers, bytes.WrittenMemory, starts);
    }

    private int[] Sorted()
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
            if (alike - at > 1) numbers.AsSpan(at, alike - at).Sort((a, b) => Compare(_terms[a], _terms[b]));
            at = alike;
        }

        return numbers;
    }

    /// <summary>As the bytes of their UTF-8 compare.</summary>
    private static int Compare(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return same < Math.Min(a.Length, b.Length) ? Sorting(a[same]) - Sorting(b[same]) : a.Length - b.Length;
    }

    /// <summary>The first four code units as a number that sorts as their UTF-8 does; a term that is shorter stands before those it begins.</summary>
    private static ulong Beginning(string term)
    {
        var beginning = 0ul;
        for (var i = 0; i < 4; i++) beginning = (beginning << 16) | (i < term.Length ? Sorting(term[i]) : 0u);
        return beginning;
    }

    /// <summary>Surrogates behind all other code units: what they stand for lies behind all that needs none.</summary>
    private static ushort Sorting(char unit) => (ushort)(unit < 0xD800 ? unit : unit < 0xE000 ? unit + 0x2000 : unit - 0x800);

    public void Clear() => _terms.Clear();
}
