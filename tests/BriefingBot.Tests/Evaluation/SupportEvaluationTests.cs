using BriefingBot.Core.Evaluation;
using BriefingBot.Tests.Cli;

namespace BriefingBot.Tests.Evaluation;

public sealed class SupportEvaluationTests : IDisposable
{
    private const string Claims = """
        {"_id":"a","claim":"The port lost $10 million in a week.","passages":["Ilse Tamm said that the port lost $10m in a week. Two ferries were turned back before dawn on Monday by the harbour master."],"label":"supported"}
        {"_id":"b","claim":"The port lost $30 million in a week.","passages":["Ilse Tamm said that the port lost $10m in a week. Bodo Krell counted 21 ships outside the harbour on Monday, she was told."],"label":"unsupported"}
        """;

    private readonly Shell _shell = new();

    [Fact]
    public async Task Support_reports_the_contracts_metrics()
    {
        var ran = await _shell.RunAsync("eval", "support", _shell.Write("claims.jsonl", Claims), "--json", "--per-item", _shell.PathOf("items.jsonl"));
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("balancedAccuracy auroc pairs", Ran.Names(ran.Json), StringComparison.Ordinal);
        Assert.Equal((1.0, 2), (ran.Json.GetProperty("balancedAccuracy").GetDouble(), ran.Json.GetProperty("pairs").GetInt32()));
        Assert.Equal(2, (await File.ReadAllLinesAsync(_shell.PathOf("items.jsonl"), TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Perturb_catches_changed_numbers_and_leaves_the_unchanged_alone()
    {
        var ran = await _shell.RunAsync("eval", "perturb", _shell.Write("claims.jsonl", Claims), "--json");
        var number = ran.Json.GetProperty("verbatim").GetProperty("number");
        Assert.Equal((1.0, 0.0), (number.GetProperty("detected").GetDouble(), number.GetProperty("falseAlarm").GetDouble()));
        Assert.Equal(1.0, ran.Json.GetProperty("paraphrased").GetProperty("number").GetProperty("detected").GetDouble());
    }

    [Theory]
    [InlineData("""{"_id":"a","claim":"x","passages":[],"label":"supported"}""", "passages")]
    [InlineData("""{"_id":"a","claim":"x","passages":["y"],"label":"maybe"}""", "label")]
    public void A_line_that_does_not_fit_is_named(string line, string said)
    {
        var fault = Assert.Throws<LabelledSetException>(() => SupportEvaluation.Run(_shell.Write("claims.jsonl", line), new EvaluationOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("line 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_checked_from_the_command_line()
    {
        await _shell.RunAsync("add", _shell.Write("walkout.txt", "Walkout empties Port Varran\n\nAbout 1,400 dockers stayed away from Port Varran on Monday. The harbour master called the walkout unlawful."));
        var supported = await _shell.RunAsync("check", "About 1,400 dockers stayed away from Port Varran on Monday.", "--json");
        var disputed = await _shell.RunAsync("check", "About 2,600 dockers stayed away from Port Varran on Monday.", "--json");
        var unknown = await _shell.RunAsync("check", "A comet was seen over Lissa in autumn.", "--json");
        Assert.Equal([(0, "supported"), (5, "disputed"), (4, "not-found")], new[] { supported, disputed, unknown }.Select(ran => (ran.Code, ran.Json.GetProperty("verdict").GetString())));
        Assert.Equal("verdict citations", Ran.Names(supported.Json));
    }

    public void Dispose() => _shell.Dispose();
}
