using BriefingBot.Core.Briefing;
using BriefingBot.Core.Evaluation;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Tests.Evaluation;

/// <summary>The labelled sets themselves, where they are at hand. The floors are what the product promises; a fall below one, or by more than .01 below the README, is a regression.</summary>
public sealed class LabelledDataTests
{
    private static readonly Ingestor Ingestor = new(new IngestionOptions(), TimeProvider.System);
    private static readonly EvaluationOptions Options = new();

    [Theory]
    [InlineData("retrieval-cacm", 0.505)]
    [InlineData("retrieval-cranfield", 0.37)]
    public async Task Retrieval_keeps_its_figures(string set, double ndcg)
    {
        var metrics = await new RetrievalEvaluation(Ingestor, new Retriever(), TimeProvider.System).RunAsync(Folder(set), Options, TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage($"{set}: {metrics}");
        Assert.True(metrics.Ndcg10 >= ndcg, $"ndcg@10 {metrics.Ndcg10:F4}");
        ReadmeFigures.AssertKept(set, metrics);
    }

    [Fact]
    public async Task Short_questions_keep_their_figures()
    {
        var metrics = await AnswersAsync("answers-xquad");

        ReadmeFigures.AssertKept("answers-xquad", metrics);
        Assert.Equal(1.0, metrics.CitationsVerbatim);
        Assert.True(metrics is { AnswerInFirst: >= 0.73, AnswerInBrief: >= 0.86, Refused: >= 0.90, FalseRefusal: <= 0.09, RefusalAuroc: >= 0.965 }, metrics.ToString());
        Assert.True(metrics is { SentencesPerBrief: <= 2.8, GoldShare: >= 0.85 }, metrics.ToString());
    }

    [Fact]
    public async Task Long_answers_keep_their_figures()
    {
        var metrics = await AnswersAsync("answers-clapnq");

        ReadmeFigures.AssertKept("answers-clapnq", metrics);
        Assert.Equal(1.0, metrics.CitationsVerbatim);
        Assert.True(metrics is { AnswerInBrief: >= 0.79, Refused: >= 0.40, FalseRefusal: <= 0.14, RefusalAuroc: >= 0.76 }, metrics.ToString());
    }

    [Fact]
    public async Task Scraped_articles_keep_their_figures()
    {
        var metrics = await AnswersAsync("answers-seeds");

        ReadmeFigures.AssertKept("answers-seeds", metrics);
        Assert.Equal(1.0, metrics.CitationsVerbatim);
        Assert.True(metrics.AnswerInBrief * 12 >= 10 - 1e-9 && metrics.Refused * 6 >= 5 - 1e-9, metrics.ToString());
    }

    private static Task<AnswersMetrics> AnswersAsync(string set) =>
        new AnswersEvaluation(Ingestor, new Briefer(new Retriever(), new BriefingOptions(), TimeProvider.System), TimeProvider.System)
            .RunAsync(Folder(set), Options, TestContext.Current.CancellationToken);

    private static string Folder(string set)
    {
        var data = Environment.GetEnvironmentVariable("BRIEFINGBOT_DATA");
        Assert.SkipUnless(data is not null, "BRIEFINGBOT_DATA is not set: the labelled sets are not measured.");
        return Path.Combine(data!, set);
    }
}
