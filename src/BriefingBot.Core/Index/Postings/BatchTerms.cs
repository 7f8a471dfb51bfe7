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
        _bytes.ResetWrittenCount();
        for (var number = 0; number < _terms.Count; number++)
        {
            Encoding.UTF8.GetBytes(_terms[number], _bytes);
            _ends[number] = _bytes.WrittenCount;
        }

        var numbers = _numbers.AsMemory(0, _terms.Count);
        var order = new OrderedTerms(numbers, _bytes.WrittenMemory, _ends);
        Sort(numbers.Span, order);
        return order;
    }

    public void Clear() => _terms.Clear();

    private void MakeRoom()
    {
        if (_numbers.Length >= _terms.Count) return;
        var room = Math.Max(_terms.Count, 2 * _numbers.Length);
        (_numbers, _beginnings, _ends) = (new int[room], new ulong[room], new int[room]);
    }

    private void Sort(Span<int> numbers, OrderedTerms terms)
    {
        var beginnings = _beginnings.AsSpan(0, numbers.Length);
        for (var number = 0; number < numbers.Length; number++) (numbers[number], beginnings[number]) = (number, TermCursor.Beginning(terms.Utf8(number)));
        // Numbers sort many times faster than bytes, and few terms begin alike.
        beginnings.Sort(numbers);
        for (var at = 0; at < numbers.Length;)
        {
            var alike = at + 1;
            while (alike < numbers.Length && beginnings[alike] == beginnings[at]) alike++;
            if (alike - at > 1) numbers[at..alike].Sort((a, b) => terms.Utf8(a).SequenceCompareTo(terms.Utf8(b)));
            at = alike;
        }
    }
}
