using BriefingBot.Core.Evaluation;

namespace BriefingBot.Tests.Evaluation;

public sealed class EvaluationComparisonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("comparison-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Items_are_paired_by_id_and_metrics_by_name()
    {
        var a = Write("a.jsonl", """{"_id":"1","map":0.2,"refused":false,"status":"answered"}""", """{"_id":"2","map":0.4,"refused":true}""", """{"_id":"9","map":1}""");
        var b = Write("b.jsonl", """{"_id":"2","map":0.3,"refused":false}""", """{"_id":"1","map":0.6,"refused":false,"status":"doubtful","cited":["x"]}""");

        var comparison = EvaluationComparison.Run(a, b);

        Assert.Equal((2, 1, 0), (comparison.Items, comparison.OnlyInA, comparison.OnlyInB));
        Assert.Equal("map refused", string.Join(" ", comparison.Metrics.Keys));
        var map = comparison.Metrics["map"];
        Assert.Equal(0.15, map.Difference, 12);
        Assert.Equal((1, 1), (map.Higher, map.Lower));
        Assert.Equal((-0.1, 0.4), (Math.Round(map.Low, 12), Math.Round(map.High, 12)));
        Assert.Equal(-0.5, comparison.Metrics["refused"].Difference, 12);
    }

    [Fact]
    public void A_metric_that_is_null_in_one_file_is_left_out_for_that_item()
    {
        var a = Write("a.jsonl", """{"_id":"1","goldShare":null}""", """{"_id":"2","goldShare":0.5}""");
        var b = Write("b.jsonl", """{"_id":"1","goldShare":1}""", """{"_id":"2","goldShare":0.5}""");

        Assert.Equal(1, EvaluationComparison.Run(a, b).Metrics["goldShare"].Items);
    }

    [Fact]
    public void Files_that_share_no_item_are_refused_with_a_sentence()
    {
        var fault = Assert.Throws<LabelledSetException>(() =>
            EvaluationComparison.Run(Write("a.jsonl", """{"_id":"1"}"""), Write("b.jsonl", """{"_id":"2"}""")));

        Assert.Contains("share no item", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.jsonl", Assert.Throws<LabelledSetException>(() => EvaluationComparison.Run("nowhere.jsonl", "nowhere.jsonl")).Message, StringComparison.Ordinal);

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
