using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Index.Postings;

/// <summary>The terms of one transaction, numbered; its passages and its documents hold the same ones.</summary>
internal sealed class BatchTerms
{
    private readonly TermTable _terms = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private int[] _numbers = [];
    private ulong[] _beginnings = [];
    private int[] _ends = [];

    public int Count => _terms.Count;

    /// <inheritdoc cref="TermTable.NumberOf"/>
    public int NumberOf(string term, int hash) => _terms.NumberOf(term, hash);

    /// <summary>The terms in order: what is written in order is put together without looking terms up. Valid until a term is added.</summary>
    public OrderedTerms InOrder()
    {
        MakeRoom();
        var numbers = Sorted();
        _bytes.ResetWrittenCount();
        for (var i = 0; i < numbers.Length; i++)
        {
            Encoding.UTF8.GetBytes(_terms[numbers.Span[i]], _bytes);
            _ends[i] = _bytes.WrittenCount;
        }

        return new OrderedTerms(numbers, _bytes.WrittenMemory, _ends);
    }

    private void MakeRoom()
    {
        if (_numbers.Length >= _terms.Count) return;
        var room = Math.Max(_terms.Count, 2 * _numbers.Length);
        (_numbers, _beginnings, _ends) = (new int[room], new ulong[room], new int[room]);
    }

    private ReadOnlyMemory<int> Sorted()
    {
        var numbers = _numbers.AsSpan(0, _terms.Count);
        var beginnings = _beginnings.AsSpan(0, _terms.Count);
        for (var i = 0; i < numbers.Length; i++) (numbers[i], beginnings[i]) = (i, Beginning(_terms[i]));
        // Numbers sort many times faster than strings, and few terms begin alike.
        beginnings.Sort(numbers);
        for (var at = 0; at < numbers.Length;)
        {
            var alike = at + 1;
            while (alike < numbers.Length && beginnings[alike] == beginnings[at]) alike++;
            if (alike - at > 1) numbers[at..alike].Sort((a, b) => Compare(_terms[a], _terms[b]));
            at = alike;
        }

        return _numbers.AsMemory(0, _terms.Count);
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
