using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Prompts;
using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Benchmarks;

/// <summary>What writing with a model adds to the model's own time before the first verified sentence is out.</summary>
internal static class ModelBenchmark
{
    private const int WarmUp = 20;
    private const int Questions = 200;

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var articles = new ArticleGenerator();
        using var library = await GeneratedLibrary.CreateAsync(folder.Path, articles, options.Documents, cancellationToken);
        using var model = new EchoModel();
        var settings = new ModelSettings("echo", 8192, 700, TimeSpan.FromMinutes(1));
        var writer = new ModelWriter(model, new PromptCatalog([]), settings, TimeProvider.System, NullLogger<ModelWriter>.Instance);
        // Generated text hardly answers generated questions; nothing is refused here, or there would be nothing to write.
        var briefer = new Briefer(new Retriever(), new BriefingOptions { RefuseBelow = 0, DoubtBelow = 0 }, TimeProvider.System, writer);
        var (asking, checking, together) = (new List<double>(), new List<double>(), new List<double>());
        var asked = 0;
        foreach (var question in new QuestionGenerator(articles, options.Documents).Take(WarmUp + Questions).ToList())
        {
            var start = briefer.Begin(library, new BriefRequest(question), cancellationToken);
            if (!start.AwaitsModel || start.Answer.Citations.Count == 0)
                continue;
            model.Text = $"{start.Answer.Citations[0].Quote} [1]\n";
            var (begun, said) = (Stopwatch.GetTimestamp(), 0L);
            await briefer.EndAsync(library, start, _ => said = said == 0 ? Stopwatch.GetTimestamp() : said, cancellationToken);
            if (said == 0 || ++asked <= WarmUp)
                continue;
            asking.Add(Stopwatch.GetElapsedTime(begun, model.AskedAt).TotalMilliseconds);
            checking.Add(Stopwatch.GetElapsedTime(model.SaidAt, said).TotalMilliseconds);
            together.Add(asking[^1] + checking[^1]);
        }

        return new BenchmarkReport
        {
            ["documents"] = options.Documents,
            ["claims"] = together.Count,
            ["askP50Ms"] = Statistics.Percentile(asking, 0.50) ?? 0,
            ["checkP50Ms"] = Statistics.Percentile(checking, 0.50) ?? 0,
            ["addedP50Ms"] = Statistics.Percentile(together, 0.50) ?? 0,
            ["addedP95Ms"] = Statistics.Percentile(together, 0.95) ?? 0,
        };
    }
}
