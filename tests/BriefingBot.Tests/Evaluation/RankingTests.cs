using BriefingBot.Core.Evaluation.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Evaluation;

public sealed class RankingTests
{
    private static readonly Dictionary<string, int> Grades = new(StringComparer.Ordinal) { ["a"] = 3, ["b"] = 1, ["c"] = 0, ["d"] = 2 };

    [Fact]
    public void Ndcg_uses_the_grade_itself_as_gain()
    {
        // DCG: 1/log2(2) + 3/log2(4); ideal: 3/log2(2) + 2/log2(3) + 1/log2(4).
        var expected = (1 + (3 / 2.0)) / (3 + (2 / Math.Log2(3)) + (1 / 2.0));

        Assert.Equal(expected, Ranking.Ndcg(["b", "x", "a"], Grades, 10), 12);
    }

    [Fact]
    public void Ndcg_cuts_the_list_and_the_ideal_at_the_same_depth() =>
        Assert.Equal(1, Ranking.Ndcg(["a", "x", "y"], Grades, 1), 12);

    [Fact]
    public void Average_precision_divides_by_all_relevant_documents_found_or_not() =>
        Assert.Equal((1.0 + (2 / 3.0)) / 3, Ranking.AveragePrecision(["a", "c", "b"], Grades), 12);

    [Fact]
    public void A_document_judged_zero_is_not_relevant() =>
        Assert.Equal(0, Ranking.Recall(["c"], Grades, 10));

    [Fact]
    public void Reciprocal_rank_looks_no_deeper_than_it_is_told()
    {
        Assert.Equal(1 / 3.0, Ranking.ReciprocalRank(["x", "c", "b"], Grades, 3), 12);
        Assert.Equal(0, Ranking.ReciprocalRank(["x", "c", "b"], Grades, 2));
    }

    [Fact]
    public void Recall_is_over_the_relevant_documents() =>
        Assert.Equal(2 / 3.0, Ranking.Recall(["d", "x", "b", "a"], Grades, 3), 12);

    [Fact]
    public void A_query_without_relevant_documents_measures_zero_everywhere()
    {
        var none = new Dictionary<string, int>(StringComparer.Ordinal);

        Assert.Equal(0, Ranking.Ndcg(["a"], none, 10));
        Assert.Equal(0, Ranking.AveragePrecision(["a"], none));
        Assert.Equal(0, Ranking.Recall(["a"], none, 10));
    }

    [Fact]
    public void Every_measure_is_one_for_the_ideal_list_and_between_zero_and_one_for_any() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var grades = bytes.Take(30).Select((grade, i) => (Id: $"d{i}", Grade: grade % 4)).ToDictionary(pair => pair.Id, pair => pair.Grade, StringComparer.Ordinal);
            var any = grades.Keys.Order(StringComparer.Ordinal).ToList();
            var ideal = grades.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).ToList();
            var hasRelevant = grades.Values.Any(grade => grade > 0);
            double[] measures = [Ranking.Ndcg(any, grades, 10), Ranking.AveragePrecision(any, grades), Ranking.ReciprocalRank(any, grades, 10), Ranking.Recall(any, grades, 10)];
            return measures.All(value => value is >= 0 and <= 1 + 1e-9)
                && Math.Abs(Ranking.Ndcg(ideal, grades, 10) - (hasRelevant ? 1 : 0)) < 1e-9
                && Math.Abs(Ranking.AveragePrecision(ideal, grades) - (hasRelevant ? 1 : 0)) < 1e-9;
        }).QuickCheckThrowOnFailure();
}
