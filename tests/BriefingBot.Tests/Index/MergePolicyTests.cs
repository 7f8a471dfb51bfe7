using BriefingBot.Core.Index.Postings;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Index;

public sealed class MergePolicyTests
{
    private const int Full = 80;

    [Theory]
    [InlineData("80 80 80", "80 80 80")]
    [InlineData("80 80 80 80", "320")]
    [InlineData("80 80 80 80 80 10 10", "320 80 20")]
    [InlineData("10 10 10", "30")]
    [InlineData("70 10 10 10", "80 20")]
    [InlineData("30 80 10", "30 80 10")]
    [InlineData("80 30 80 60 20", "80 30 80 80")]
    [InlineData("80 30 80 80 60 20 5", "350 5")]
    [InlineData("5 80 30 80 80 80 5", "5 350 5")]
    [InlineData("", "")]
    public void Young_segments_become_full_and_full_ones_by_fours_one_of_the_next_level(string rows, string kept) => Assert.Equal(kept, Told(Settled(Segments(rows), new MergePolicy(Full, 2))));

    [Theory]
    [InlineData("10 10 10", "10 10 10")]
    [InlineData("10 10 10 10 10 10 10 10", "80")]
    [InlineData("70 5 5", "80")]
    [InlineData("5 5 5 5 5 5 5 5", "40")]
    public void While_much_is_added_young_segments_wait_until_they_are_many_or_full(string rows, string kept) => Assert.Equal(kept, Told(Settled(Segments(rows), new MergePolicy(Full, 8))));

    [Fact]
    public void Whatever_is_added_few_segments_are_left_and_no_row_is_written_often() => Prop.ForAll(Gen.Choose(10, 120).NonEmptyListOf().ToArbitrary(), sizes =>
    {
        var policy = new MergePolicy(Full, 2);
        var segments = new List<SegmentSize>();
        var written = 0L;
        foreach (var size in sizes)
        {
            segments = Settled([.. segments, new SegmentSize(segments.Count == 0 ? 1 : segments.Max(segment => segment.Id) + 1, 0, size)], policy, rows => written += rows);
        }

        var all = sizes.Sum();
        Assert.Equal(all, segments.Sum(segment => segment.Count));
        var levels = Math.Log(Math.Max(all / Full, 1), 4) + 1;
        // Three full ones a level, a young one between any two, and one at the end.
        Assert.InRange(segments.Count, 1, (6 * levels) + 2);
        // To become full a row is written with each of at most seven others, and then once a level.
        Assert.InRange(written, 0, all * (8 + levels));
    }).QuickCheckThrowOnFailure();

    private static List<SegmentSize> Segments(string rows) =>
        [.. rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((count, at) => new SegmentSize(at + 1, 0, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)))];

    private static string Told(List<SegmentSize> segments) => string.Join(' ', segments.Select(segment => segment.Count));

    /// <summary>Does all that is due; what becomes one are neighbours.</summary>
    private static List<SegmentSize> Settled(List<SegmentSize> segments, MergePolicy policy, Action<int>? written = null)
    {
        while (policy.Next(segments) is var (together, level))
        {
            var first = segments.FindIndex(segment => segment.Id == together[0]);
            var taken = segments.GetRange(first, together.Count);
            Assert.Equal(together, taken.Select(segment => segment.Id));
            written?.Invoke(taken.Sum(segment => segment.Count));
            segments = [.. segments[..first], new SegmentSize(segments.Max(segment => segment.Id) + 1, level, taken.Sum(segment => segment.Count)), .. segments[(first + together.Count)..]];
        }

        return segments;
    }
}
