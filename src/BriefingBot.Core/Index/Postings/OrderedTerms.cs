namespace BriefingBot.Core.Index.Postings;

/// <summary>The terms of a batch in order, written once for its passages and its documents.</summary>
/// <param name="numbers">Of <see cref="BatchTerms.NumberOf"/>.</param>
/// <param name="bytes">The terms in UTF-8, one behind the other.</param>
/// <param name="ends">Where each ends.</param>
internal sealed class OrderedTerms(ReadOnlyMemory<int> numbers, ReadOnlyMemory<byte> bytes, int[] ends)
{
    public int Count => numbers.Length;

    /// <summary>The number of the term at a place in the order.</summary>
    public int NumberAt(int place) => numbers.Span[place];

    /// <summary>The bytes of the term at a place in the order.</summary>
    public ReadOnlySpan<byte> Utf8At(int place) => bytes.Span[(place == 0 ? 0 : ends[place - 1])..ends[place]];
}
