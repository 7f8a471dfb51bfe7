using System.Text.Json;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Tests.Evaluation;

public sealed class RetrievalEvaluationTests(EvaluationFixture fixture) : IClassFixture<EvaluationFixture>
{
    private static readonly RetrievalEvaluation Evaluation =
        new(new Ingestor(new IngestionOptions(), TimeProvider.System), new Retriever(), TimeProvider.System);

    [Fact]
    public async Task A_small_set_is_ingested_asked_and_measured()
    {
        var metrics = await Evaluation.RunAsync(EvaluationFixture.Harbour, fixture.Options, TestContext.Current.CancellationToken);

        Assert.Equal((3, 8), (metrics.Queries, metrics.Documents));
        Assert.Empty(metrics.Problems);
        Assert.Equal((1.0, 1.0, 1.0, 1.0, 1.0), (metrics.Ndcg10, metrics.Map, metrics.Mrr10, metrics.Recall10, metrics.Recall100));
        Assert.True(metrics.P50Ms > 0 && metrics.P95Ms >= metrics.P50Ms);
    }

    [Fact]
    public async Task Metrics_have_the_names_of_the_contract()
    {
        var metrics = await Evaluation.RunAsync(EvaluationFixture.Harbour, new EvaluationOptions(), TestContext.Current.CancellationToken);

        var names = JsonSerializer.SerializeToElement(metrics).EnumerateObject().Select(member => member.Name);
        Assert.Equal("ndcg@10 map mrr@10 recall@10 recall@100 queries documents p50Ms p95Ms", string.Join(' ', names));
    }

    [Fact]
    public async Task The_run_has_six_columns_dense_ranks_and_falling_scores()
    {
        await Evaluation.RunAsync(EvaluationFixture.Harbour, fixture.Options, TestContext.Current.CancellationToken);

        var lines = File.ReadAllLines(fixture.Options.RunFile!).Select(line => line.Split(' ')).ToList();
        Assert.All(lines, line => Assert.Equal(6, line.Length));
        Assert.Equal(("q1", "Q0", "strike-ends", "1"), (lines[0][0], lines[0][1], lines[0][2], lines[0][3]));
        foreach (var query in lines.GroupBy(line => line[0], StringComparer.Ordinal))
        {
            Assert.Equal(string.Join(' ', Enumerable.Range(1, query.Count())), string.Join(' ', query.Select(line => line[3])));
            var scores = query.Select(line => double.Parse(line[4])).ToList();
            Assert.Equal(scores.OrderDescending(), scores);
        }
    }

    [Fact]
    public async Task The_per_item_file_has_one_line_per_judged_query_and_compares_with_itself()
    {
        await Evaluation.RunAsync(EvaluationFixture.Harbour, fixture.Options, TestContext.Current.CancellationToken);

        var comparison = EvaluationComparison.Run(fixture.Options.PerItemFile!, fixture.Options.PerItemFile!);
        Assert.Equal(3, comparison.Items);
        Assert.Equal((1, 0, 0), (comparison.Metrics["ndcg@10"].A, comparison.Metrics["ndcg@10"].Difference, comparison.Metrics["map"].High));
    }

    [Fact]
    public async Task A_fault_in_the_middle_of_the_corpus_names_the_line_and_leaves_no_library_behind()
    {
        var copy = fixture.Copy();
        await File.AppendAllTextAsync(Path.Combine(copy, "corpus.jsonl"), "{\"_id\":\"broken\"}\n", TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<LabelledSetException>(() => Evaluation.RunAsync(copy, new EvaluationOptions(), TestContext.Current.CancellationToken));

        Assert.Contains("corpus.jsonl, line 9", fault.Message, StringComparison.Ordinal);
    }
}
