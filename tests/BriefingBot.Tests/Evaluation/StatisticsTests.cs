using BriefingBot.Core.Evaluation.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Evaluation;

public sealed class StatisticsTests
{
    [Fact]
    public void Auroc_counts_a_tie_as_half() =>
        Assert.Equal((1 + 1 + 0.5 + 0) / 4, Statistics.Auroc([3, 1], [1, 2])!.Value, 12);

    [Fact]
    public void Auroc_is_half_when_all_scores_are_equal() => Assert.Equal(0.5, Statistics.Auroc([2, 2, 2], [2, 2])!.Value, 12);

    [Fact]
    public void Auroc_takes_a_score_that_is_no_number_as_the_lowest() => Assert.Equal(0, Statistics.Auroc([double.NaN], [-1e9])!.Value);

    [Fact]
    public void Auroc_says_nothing_when_one_side_is_empty()
    {
        Assert.Null(Statistics.Auroc([1.0], []));
        Assert.Null(Statistics.Auroc([], [1.0]));
    }

    [Fact]
    public void Auroc_equals_the_share_of_pairs_in_order() =>
        Prop.ForAll<byte[], byte[]>((positives, negatives) =>
        {
            if (positives.Length == 0 || negatives.Length == 0)
                return true;
            var pairs = from p in positives from n in negatives select Score(p % 5, n % 5);
            return Math.Abs(pairs.Average() - Statistics.Auroc(positives.Select(p => p % 5.0), negatives.Select(n => n % 5.0))!.Value) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Percentiles_are_values_that_occurred()
    {
        double[] values = [50, 10, 40, 20, 30];

        Assert.Equal(30, Statistics.Percentile(values, 0.50));
        Assert.Equal(50, Statistics.Percentile(values, 0.95));
        Assert.Equal(10, Statistics.Percentile([10], 0.95));
        Assert.Null(Statistics.Percentile([], 0.5));
    }

    [Fact]
    public void A_clear_difference_has_an_interval_without_zero_and_the_same_one_every_time()
    {
        var differences = Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? 0.0 : 1.0).ToList();

        var (low, high) = PairedBootstrap.Interval(differences);

        Assert.InRange(low, 0.4, 0.667);
        Assert.InRange(high, 0.667, 0.9);
        Assert.Equal((low, high), PairedBootstrap.Interval(differences));
    }

    [Fact]
    public void A_difference_of_chance_has_an_interval_around_zero()
    {
        var (low, high) = PairedBootstrap.Interval([.. Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? 1.0 : -1.0)]);

        Assert.True(low < 0 && high > 0);
    }

    private static double Score(int positive, int negative) => positive > negative ? 1 : positive == negative ? 0.5 : 0;
}
