namespace BriefingBot.Core.Evaluation.Metrics;

/// <summary>
/// Measures of one ranked list of documents against graded judgements, as trec_eval defines them
/// (https://github.com/usnistgov/trec_eval). A document is relevant when its grade is above 0; one that nobody judged is not.
/// </summary>
internal static class Ranking
{
    /// <summary>Normalised discounted cumulative gain with the grade itself as gain (Järvelin and Kekäläinen 2002).</summary>
    public static double Ndcg(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var ideal = Gain(grades.Values.OrderDescending().Take(depth));
        return ideal > 0 ? Gain(ranked.Take(depth).Select(document => grades.GetValueOrDefault(document))) / ideal : 0;
    }

    /// <summary>Mean of the precision at every relevant document, over all relevant documents, found or not.</summary>
    public static double AveragePrecision(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        var found = 0;
        var sum = 0.0;
        for (var i = 0; i < ranked.Count; i++)
        {
            if (grades.GetValueOrDefault(ranked[i]) > 0)
                sum += ++found / (double)(i + 1);
        }

        return relevant > 0 ? sum / relevant : 0;
    }

    /// <summary>One over the rank of the first relevant document; 0 where there is none down to the depth.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranked.Count); i++)
        {
            if (grades.GetValueOrDefault(ranked[i]) > 0)
                return 1.0 / (i + 1);
        }

        return 0;
    }

    /// <summary>Share of the relevant documents that stand within the depth.</summary>
    public static double Recall(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        return relevant > 0 ? ranked.Take(depth).Count(document => grades.GetValueOrDefault(document) > 0) / (double)relevant : 0;
    }

    private static double Gain(IEnumerable<int> grades)
    {
        var sum = 0.0;
        var rank = 0;
        foreach (var grade in grades)
            sum += Math.Max(grade, 0) / Math.Log2(++rank + 1);
        return sum;
    }
}
