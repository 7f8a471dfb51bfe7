namespace BriefingBot.Core.Evaluation.Metrics;

/// <summary>
/// Percentile bootstrap over paired differences (Efron and Tibshirani 1993): items are drawn with replacement,
/// the interval is where 95 % of the means fall. The seed is fixed, so the same files give the same interval.
/// </summary>
internal static class PairedBootstrap
{
    private const int Rounds = 2000;
    private const int Seed = 20_251;

    /// <param name="differences">One per item; at least one.</param>
    public static (double Low, double High) Interval(IReadOnlyList<double> differences)
    {
        var random = new Random(Seed);
        var means = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            for (var i = 0; i < differences.Count; i++)
                sum += differences[random.Next(differences.Count)];
            means[round] = sum / differences.Count;
        }

        Array.Sort(means);
        return (means[(int)(Rounds * 0.025)], means[(int)(Rounds * 0.975) - 1]);
    }
}
