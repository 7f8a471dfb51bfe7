using System.Diagnostics;
using System.Globalization;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Benchmarks.Retrieval;

/// <summary>
/// Our index and the baseline over the same passages: one process writes both, another asks both in turn, so that neither
/// memory figure holds the other's work.
/// </summary>
internal static class RetrievalBenchmark
{
    public const string BuildVerb = "retrieval-build";
    public const string AskVerb = "retrieval-ask";
    public const int Top = 50;

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var built = await ChildAsync(BuildVerb, folder.Path, options.Passages, cancellationToken);
        var asked = await ChildAsync(AskVerb, folder.Path, (int)built["documents"], cancellationToken);
        var report = new BenchmarkReport { ["passages"] = options.Passages };
        foreach (var name in (string[])["ratio", "worstTopTen", "p50Ms", "p95Ms", "baselineP50Ms", "baselineP95Ms", "withDocumentsP50Ms", "withDocumentsRatio"])
            report[name] = asked[name];
        report["peakMb"] = built["peakMb"];
        report["idleMb"] = asked["idleMb"];
        report["askedMb"] = asked["askedMb"];
        foreach (var name in (string[])["fileMb", "baselineFileMb", "indexSeconds", "baselineIndexSeconds", "buildSeconds"])
            report[name] = built[name];
        return report;
    }

    /// <summary>Runs one of the two children and prints its figures.</summary>
    public static int RunChild(string verb, string folder, int number, CancellationToken cancellationToken)
    {
        using var library = new LibraryCatalog(folder, TimeProvider.System).OpenOrCreate("default");
        using var baseline = new FtsBaseline(Path.Combine(folder, "baseline.db"));
        var report = verb == BuildVerb ? Build(library, baseline, number, cancellationToken) : RetrievalRace.Run(library, baseline, number, cancellationToken);
        report.Print(json: true);
        return 0;
    }

    private static BenchmarkReport Build(LibraryFile library, FtsBaseline baseline, int passages, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var corpus = new RetrievalCorpus(new ArticleGenerator(), passages);
        var documents = corpus.Write(library, baseline, cancellationToken);
        return new BenchmarkReport
        {
            ["documents"] = documents,
            ["buildSeconds"] = Stopwatch.GetElapsedTime(start).TotalSeconds,
            ["indexSeconds"] = corpus.Ours.TotalSeconds,
            ["baselineIndexSeconds"] = corpus.Theirs.TotalSeconds,
            ["peakMb"] = ProcessMemory.PeakMb(),
            ["fileMb"] = new FileInfo(library.Path).Length / 1e6,
            ["baselineFileMb"] = new FileInfo(baseline.Path).Length / 1e6,
        };
    }

    private static async Task<BenchmarkReport> ChildAsync(string verb, string folder, int number, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [verb, folder, number.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start)!;
        try
        {
            var output = await child.StandardOutput.ReadToEndAsync(cancellationToken);
            await child.WaitForExitAsync(cancellationToken);
            return child.ExitCode == 0 ? BenchmarkReport.Parse(output) : throw new BenchmarkException($"{verb} ended with {child.ExitCode}.");
        }
        finally
        {
            if (!child.HasExited)
                child.Kill(entireProcessTree: true);
        }
    }
}
