namespace BriefingBot.Core.Index.Postings;

/// <summary>The terms of a batch in order, written once for its passages and its documents.</summary>
/// <param name="numbers">Of <see cref="BatchTerms.NumberOf"/>, in order of the terms' bytes.</param>
/// <param name="bytes">The terms in UTF-8 by number, one behind the other.</param>
/// <param name="ends">Where each ends.</param>
internal sealed class OrderedTerms(ReadOnlyMemory<int> numbers, ReadOnlyMemory<byte> bytes, int[] ends)
{
    /// <summary>The numbers of the terms, in order.</summary>
    public ReadOnlySpan<int> Numbers => numbers.Span;

    /// <summary>The bytes of a term.</summary>
    /// <param name="number">Of the term.</param>
    public ReadOnlySpan<byte> Utf8(int number) => bytes.Span[(number == 0 ? 0 : ends[number - 1])..ends[number]];
}
