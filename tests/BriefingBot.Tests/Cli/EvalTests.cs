namespace BriefingBot.Tests.Cli;

public sealed class EvalTests
{
    [Fact]
    public async Task Answers_are_measured_through_the_product_itself()
    {
        using var shell = new Shell();
        shell.Write("set/corpus.jsonl", """
            {"_id":"d1","title":"Walkout empties Port Varran","text":"About 1,400 of the port's 2,100 dockers stayed away on Monday."}
            {"_id":"d2","title":"Ferries turned back","text":"Two ferries were turned back before dawn at the northern basin."}
            """);
        shell.Write("set/questions.jsonl", """
            {"_id":"q1","text":"How many dockers stayed away?","answers":["1,400"],"documents":["d1"],"answerable":true}
            {"_id":"q2","text":"Who chairs Ostrava Shipping?","answers":[],"documents":[],"answerable":false}
            """);

        var ran = await shell.RunAsync("eval", "answers", shell.PathOf("set"), "--per-item", shell.PathOf("items.jsonl"), "--json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(1.0, ran.Json.GetProperty("citationsVerbatim").GetDouble());
        Assert.Equal(2, (await File.ReadAllLinesAsync(shell.PathOf("items.jsonl"), TestContext.Current.CancellationToken)).Length);
        var compared = await shell.RunAsync("eval", "compare", shell.PathOf("items.jsonl"), shell.PathOf("items.jsonl"), "--json");
        Assert.Equal((0, 2), (compared.Code, compared.Json.GetProperty("items").GetInt32()));
        Assert.Equal(0, (await shell.RunAsync("eval", "compare", shell.PathOf("items.jsonl"), shell.PathOf("items.jsonl"))).Code);
    }

    [Fact]
    public async Task A_ranking_is_written_as_a_run()
    {
        using var shell = new Shell();
        shell.Write("set/corpus.jsonl", """
            {"_id":"d1","title":"Walkout","text":"About 1,400 of the port's dockers stayed away on Monday."}
            {"_id":"d2","title":"Ferries","text":"Two ferries were turned back before dawn."}
            """);
        shell.Write("set/queries.jsonl", """{"_id":"q1","text":"dockers who stayed away"}""");
        shell.Write("set/qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\n");

        var ran = await shell.RunAsync("eval", "retrieval", shell.PathOf("set"), "--run", shell.PathOf("out.run"));

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Matches(@"ndcg@10 +1\.0000", ran.Out);
        Assert.StartsWith("q1 Q0 d1 1 ", await File.ReadAllTextAsync(shell.PathOf("out.run"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_measured_and_listed()
    {
        using var shell = new Shell();
        shell.Write("set/ground-truth.json", """{"p1":{"articleBody":"Two ferries were turned back before dawn on Monday.","title":"Ferries turned back"}}""");
        shell.Write("set/html/p1.html", """
            <html><head><title>Ferries turned back</title></head>
            <body><article><h1>Ferries turned back</h1><p>Two ferries were turned back before dawn on Monday.</p></article></body></html>
            """);

        var ran = await shell.RunAsync("eval", "extract", shell.PathOf("set"), "--per-item", shell.PathOf("pages.jsonl"), "--json");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.True(ran.Json.TryGetProperty("f1", out _));
        Assert.StartsWith("{\"_id\":\"p1\"", await File.ReadAllTextAsync(shell.PathOf("pages.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answers")]
    [InlineData("retrieval")]
    [InlineData("extract")]
    public async Task A_set_that_is_not_there_is_a_sentence(string kind)
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync("eval", kind, shell.PathOf("nowhere"));

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("nowhere", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" fail ", ran.Error, StringComparison.Ordinal);
    }
}
