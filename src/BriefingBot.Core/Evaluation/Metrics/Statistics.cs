namespace BriefingBot.Core.Evaluation.Metrics;

/// <summary>Small statistics over lists of numbers. Null means there is nothing to say it of.</summary>
internal static class Statistics
{
    public static double? Mean(IEnumerable<double> values)
    {
        var sum = 0.0;
        var count = 0L;
        foreach (var value in values)
        {
            sum += value;
            count++;
        }

        return count > 0 ? sum / count : null;
    }

    /// <summary>Share of the items that hold true.</summary>
    public static double? Share(IEnumerable<bool> values) => Mean(values.Select(value => value ? 1.0 : 0.0));

    /// <summary>Nearest-rank percentile: the smallest value that at least this share of the values does not exceed.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">Above 0, at most 1.</param>
    public static double? Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count > 0 ? sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)] : null;
    }

    /// <summary>
    /// Area under the ROC curve: the chance that a positive scores above a negative, a tie counting half (Mann-Whitney U).
    /// A score that is not a number counts as the lowest.
    /// </summary>
    public static double? Auroc(IEnumerable<double> positives, IEnumerable<double> negatives)
    {
        var scores = positives.Select(score => (Score: Defined(score), Positive: true))
            .Concat(negatives.Select(score => (Score: Defined(score), Positive: false)))
            .OrderBy(item => item.Score)
            .ToList();
        long negativesBelow = 0, positiveCount = 0;
        var wins = 0.0;
        for (var start = 0; start < scores.Count;)
        {
            var end = start;
            long tiedPositive = 0, tiedNegative = 0;
            for (; end < scores.Count && scores[end].Score.CompareTo(scores[start].Score) == 0; end++)
                _ = scores[end].Positive ? tiedPositive++ : tiedNegative++;
            wins += tiedPositive * (negativesBelow + (tiedNegative / 2.0));
            negativesBelow += tiedNegative;
            positiveCount += tiedPositive;
            start = end;
        }

        return positiveCount > 0 && negativesBelow > 0 ? wins / ((double)positiveCount * negativesBelow) : null;
    }

    private static double Defined(double score) => double.IsNaN(score) ? double.NegativeInfinity : score;
}
