using BriefingBot.Core.Evaluation;

namespace BriefingBot.Tests.Evaluation;

/// <summary>The rules for claims over the labelled sets, where they are at hand: the floors of the product, and what they cost.</summary>
public sealed class LabelledClaimsTests
{
    private const double Alarm = .15;

    private static readonly EvaluationOptions Options = new();

    [Theory]
    [InlineData("support-wice-dev.jsonl", .75, .78)]
    [InlineData("support-scifact-dev.jsonl", .735, .80)]
    public void The_rules_tell_supported_claims_from_others(string file, double balancedAccuracy, double auroc)
    {
        var metrics = SupportEvaluation.Run(PathOf(file), Options, TestContext.Current.CancellationToken);

        Assert.True(metrics.BalancedAccuracy >= balancedAccuracy && metrics.Auroc >= auroc, metrics.ToString());
    }

    /// <summary>False alarms of the rules together over every supported claim that carries a number, or a name.</summary>
    [Theory]
    [InlineData("support-wice-dev.jsonl")]
    [InlineData("support-scifact-dev.jsonl")]
    public void Changed_claims_are_withheld_and_few_others(string file)
    {
        var metrics = PerturbEvaluation.Run(PathOf(file), Options, TestContext.Current.CancellationToken);

        NearVerbatim(metrics);
        var (number, name) = (metrics.Paraphrased["number"], metrics.Paraphrased["name"]);
        Assert.True(number.Detected >= .80 && number.FalseAlarm <= Alarm, number.ToString());
        Assert.True(name.Detected >= .75 && name.FalseAlarm <= Alarm, name.ToString());
    }

    [Fact]
    public void Changed_sentences_of_a_passage_are_withheld() => NearVerbatim(PerturbEvaluation.Run(PathOf("answers-xquad"), Options, TestContext.Current.CancellationToken));

    private static void NearVerbatim(PerturbMetrics metrics)
    {
        foreach (var (kind, least) in new[] { ("number", .95), ("name", .95), ("negation", .95), ("quote", 1.0), ("numberElsewhere", .60), ("nameElsewhere", .60) })
        {
            var count = metrics.Verbatim[kind];
            Assert.True(count.Detected >= least && count.FalseAlarm <= .05, $"{kind}: {count}");
        }
    }

    private static string PathOf(string set)
    {
        var data = Environment.GetEnvironmentVariable("BRIEFINGBOT_DATA");
        Assert.SkipUnless(data is not null, "BRIEFINGBOT_DATA is not set: the labelled claims are not measured.");
        return Path.Combine(data!, set);
    }
}
