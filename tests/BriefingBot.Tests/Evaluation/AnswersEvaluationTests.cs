using System.Text.Json;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Tests.Evaluation;

public sealed class AnswersEvaluationTests(EvaluationFixture fixture) : IClassFixture<EvaluationFixture>
{
    private static readonly AnswersEvaluation Evaluation =
        new(new Ingestor(new IngestionOptions(), TimeProvider.System), new Briefer(new Retriever(), new BriefingOptions(), TimeProvider.System), TimeProvider.System);

    [Fact]
    public async Task A_small_set_is_answered_refused_and_measured()
    {
        var metrics = await Evaluation.RunAsync(EvaluationFixture.Harbour, fixture.Options, TestContext.Current.CancellationToken);

        Assert.Empty(metrics.Problems);
        Assert.Equal((1.0, 1.0, 0.0), (metrics.AnswerInBrief, metrics.CitedGold, metrics.FalseRefusal));
        Assert.Equal((1.0, 1.0), (metrics.Refused, metrics.RefusalAuroc));
        Assert.Equal(1.0, metrics.CitationsVerbatim);
        Assert.InRange(metrics.SentencesPerBrief!.Value, 1, 8);
    }

    [Fact]
    public async Task Metrics_have_the_names_of_the_contract()
    {
        var metrics = await Evaluation.RunAsync(EvaluationFixture.Harbour, new EvaluationOptions(), TestContext.Current.CancellationToken);

        var names = JsonSerializer.SerializeToElement(metrics).EnumerateObject().Select(member => member.Name);
        Assert.Equal(
            "answerInFirst answerInBrief citedGold goldShare falseRefusal refused doubtfulAnswerable doubtfulUnanswerable refusalAuroc citationsVerbatim sentencesPerBrief p50Ms p95Ms",
            string.Join(' ', names));
    }

    [Fact]
    public async Task The_per_item_file_says_what_became_of_every_question()
    {
        await Evaluation.RunAsync(EvaluationFixture.Harbour, fixture.Options, TestContext.Current.CancellationToken);

        var items = File.ReadAllLines(fixture.Options.PerItemFile!).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal("a1 a2 a3 a4 u1 u2", string.Join(' ', items.Select(item => item.GetProperty("_id").GetString())));
        Assert.True(items[0].GetProperty("answerInBrief").GetBoolean());
        Assert.Equal("ferry", items[0].GetProperty("cited")[0].GetString());
        Assert.Equal("insufficient", items[4].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, items[4].GetProperty("answerInBrief").ValueKind);
        Assert.All(items, item => Assert.True(item.GetProperty("ms").GetDouble() > 0));
    }
}
