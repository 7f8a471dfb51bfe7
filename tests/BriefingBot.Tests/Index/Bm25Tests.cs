using BriefingBot.Core.Index.Postings;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Index;

/// <summary>A list scored window by window gives every row what its formula says, wherever the windows end.</summary>
public sealed class Bm25Tests
{
    private const float Weight = 1.5f;

    private static readonly Gen<(int Gap, int Frequency, int Length)> Row =
        from gap in Gen.Frequency((6, Gen.Choose(1, 3)), (3, Gen.Choose(60, 70)), (1, Gen.Choose(8_000, 20_000)))
        from frequency in Gen.Frequency((5, Gen.Constant(1)), (3, Gen.Choose(2, 5)), (1, Gen.Choose(200, 300)))
        from length in Gen.Choose(1, 600)
        select (gap, frequency, length);

    [Fact]
    public void Windows_of_any_size_add_up_to_the_formula() => Prop.ForAll(Row.NonEmptyListOf().ToArbitrary(), Gen.Choose(1, 30_000).ToArbitrary(), (drawn, window) =>
    {
        var (postings, lengths, frequencies) = Written(drawn);
        var scoring = new Bm25(lengths.Length, lengths.Sum(length => (long)length), lengths.Max());

        var scores = Scored(scoring, postings, lengths, window);

        var average = lengths.Average(length => (double)length);
        for (var row = 0; row < lengths.Length; row++)
        {
            var frequency = Math.Min(frequencies[row], PostingListBuilder.LargestFrequency);
            Assert.Equal(Weight * frequency * 2.2 / (frequency + (1.2 * (0.25 + (0.75 * lengths[row] / average)))), scores[row], 1e-4);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new byte[] { 0, 8 }, "names a row that is not there")]
    [InlineData(new byte[] { 0, 0x80 }, "ends inside a posting")]
    [InlineData(new byte[] { 1 }, "ends inside a posting")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 }, "too long")]
    public void A_damaged_list_is_said_to_be_one(byte[] postings, string because)
    {
        var fault = Assert.ThrowsAny<Exception>(() => Scored(new Bm25(4, 8, 2), postings, [2, 2, 2, 2], 2));

        Assert.IsType<InvalidDataException>(fault);
        Assert.Contains(because, fault.Message, StringComparison.Ordinal);
    }

    private static (byte[] Postings, ushort[] Lengths, int[] Frequencies) Written(IReadOnlyList<(int Gap, int Frequency, int Length)> drawn)
    {
        var list = new PostingListBuilder();
        var rows = drawn.Sum(row => row.Gap) + 1;
        var (lengths, frequencies) = (new ushort[rows], new int[rows]);
        Array.Fill(lengths, (ushort)40);
        var at = -1;
        foreach (var (gap, frequency, length) in drawn)
        {
            at += gap;
            list.Add(at, frequency);
            (lengths[at], frequencies[at]) = ((ushort)length, frequency);
        }

        return (list.Finish().ToArray(), lengths, frequencies);
    }

    private static float[] Scored(Bm25 scoring, byte[] postings, ushort[] lengths, int window)
    {
        var scores = new float[lengths.Length];
        var list = new PostingCursor(0, 0, postings.Length) { Weight = Weight };
        while (list.Next < long.MaxValue)
        {
            var first = (int)list.Next;
            scoring.Accumulate(ref list, postings, lengths, first, scores.AsSpan(first, Math.Min(window, scores.Length - first)));
        }

        return scores;
    }
}
