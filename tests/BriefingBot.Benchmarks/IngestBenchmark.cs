using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Adds a folder of generated articles in a process of its own, so that the peak of memory is that of ingestion alone. It adds some others to another library
/// before: a process compiles for its first seconds, and FTS5, which it is compared with, is compiled code.
/// </summary>
internal static class IngestBenchmark
{
    public const string ChildVerb = "ingest-folder";
    private const int WarmUp = 2_000;
    private const string Articles = "articles", Others = "others";

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var articles = folder.Create(Articles);
        var textBytes = ArticleFile.WriteAll(new ArticleGenerator(), 0, options.Documents, articles);
        ArticleFile.WriteAll(new ArticleGenerator(), options.Documents, WarmUp, folder.Create(Others));
        var fileBytes = new DirectoryInfo(articles).EnumerateFiles().Sum(file => file.Length);

        var start = new ProcessStartInfo(Environment.ProcessPath!, [ChildVerb, folder.Path]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(cancellationToken);
        await child.WaitForExitAsync(cancellationToken);
        if (child.ExitCode != 0)
            throw new BenchmarkException($"The ingesting process ended with {child.ExitCode}.");

        var report = BenchmarkReport.Parse(output);
        report["textMb"] = textBytes / 1e6;
        report["filesMb"] = fileBytes / 1e6;
        report["textMbPerSecond"] = textBytes / 1e6 / report["seconds"];
        report["documentsPerSecond"] = options.Documents / report["seconds"];
        using var library = new LibraryCatalog(Path.Combine(folder.Path, "data"), TimeProvider.System).Open("default");
        report["insertTextSeconds"] = RawInsert.OfText(library, Path.Combine(folder.Path, "text.db"));
        report["insertTermsSeconds"] = RawInsert.OfTerms(library, Path.Combine(folder.Path, "terms.db"));
        report["rateOfInsertText"] = report["insertTextSeconds"] / report["seconds"];
        report["rateOfInsertTerms"] = report["insertTermsSeconds"] / report["seconds"];
        return report;
    }

    /// <param name="folder">Holds <c>articles</c> and <c>others</c>; the libraries are made beside them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<int> RunChildAsync(string folder, CancellationToken cancellationToken)
    {
        var catalog = new LibraryCatalog(Path.Combine(folder, "data"), TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        using (var other = catalog.Create("other")) await AddAsync(other, Path.Combine(folder, Others), new BenchmarkReport(), cancellationToken);
        var report = new BenchmarkReport { ["warmUpSeconds"] = Stopwatch.GetElapsedTime(start).TotalSeconds };
        var processor = Environment.CpuUsage.TotalTime;
        start = Stopwatch.GetTimestamp();
        using var library = catalog.Create("default");
        await AddAsync(library, Path.Combine(folder, Articles), report, cancellationToken);
        report["seconds"] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        report["peakMb"] = ProcessMemory.PeakMb();
        report["cpuSeconds"] = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        report["libraryMb"] = new FileInfo(library.Path).Length / 1e6;
        report.Print(json: true);
        return 0;
    }

    private static async Task AddAsync(LibraryFile library, string folder, BenchmarkReport report, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<ReceiptOutcome, int>();
        var passages = 0L;
        var options = new IngestionOptions();
        var items = new SourceWalker(options, TimeProvider.System).WalkAsync([folder], Stream.Null, cancellationToken);
        await foreach (var receipt in new Ingestor(options, TimeProvider.System).IngestAsync(library, items, cancellationToken))
        {
            outcomes[receipt.Outcome] = outcomes.GetValueOrDefault(receipt.Outcome) + 1;
            passages += receipt.Passages;
            if (receipt.Outcome is not ReceiptOutcome.Added && outcomes[receipt.Outcome] <= 3)
                await Console.Error.WriteLineAsync($"{receipt.Origin}: {receipt.Outcome} {receipt.Reason}");
        }

        foreach (var (outcome, count) in outcomes)
            report[char.ToLowerInvariant(outcome.ToString()[0]) + outcome.ToString()[1..]] = count;
        report["passages"] = passages;
    }
}
