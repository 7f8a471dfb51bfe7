using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Briefing;
using BriefingBot.Core.Evaluation.Metrics;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Benchmarks;

/// <summary>Natural questions put to the normal briefer, one after the other, after a warm-up.</summary>
internal static class AskBenchmark
{
    private const int WarmUp = 20;
    private const int Questions = 500;

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var articles = new ArticleGenerator();
        using var library = await GeneratedLibrary.CreateAsync(folder.Path, articles, options.Documents, cancellationToken);
        var briefer = Product.Briefer();
        var answers = new List<Answer>();
        var milliseconds = new List<double>();
        var cpu = TimeSpan.Zero;
        foreach (var question in new QuestionGenerator(articles, options.Documents).Take(WarmUp + Questions).ToList())
        {
            if (answers.Count == WarmUp)
                cpu = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            answers.Add(briefer.Ask(library, new BriefRequest(question), cancellationToken));
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        answers.RemoveRange(0, WarmUp);
        milliseconds.RemoveRange(0, WarmUp);
        var report = new BenchmarkReport { ["documents"] = options.Documents, ["questions"] = milliseconds.Count };
        Add(report, "", milliseconds);
        Add(report, "retrieve", answers.Select(answer => answer.Timings.RetrieveMs));
        Add(report, "write", answers.Select(answer => answer.Timings.WriteMs));
        Add(report, "verify", answers.Select(answer => answer.Timings.VerifyMs));
        report["cpuMsPerQuestion"] = cpu.TotalMilliseconds / milliseconds.Count;
        report["maxMs"] = milliseconds.Max();
        report["refusedShare"] = Statistics.Share(answers.Select(answer => answer.Status == AnswerStatus.Insufficient)) ?? 0;
        report["peakMb"] = ProcessMemory.PeakMb();
        return report;
    }

    private static void Add(BenchmarkReport report, string stage, IEnumerable<double> milliseconds)
    {
        var values = milliseconds.ToList();
        report[stage.Length == 0 ? "p50Ms" : stage + "P50Ms"] = Statistics.Percentile(values, 0.50) ?? 0;
        report[stage.Length == 0 ? "p95Ms" : stage + "P95Ms"] = Statistics.Percentile(values, 0.95) ?? 0;
    }
}
