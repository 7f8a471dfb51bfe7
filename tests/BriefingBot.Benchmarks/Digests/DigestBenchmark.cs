using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Stories;

namespace BriefingBot.Benchmarks.Digests;

/// <summary>A digest over documents that are all new, three of ten of them copies.</summary>
internal static class DigestBenchmark
{
    private const int Times = 5;

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var library = new LibraryCatalog(folder.Path, TimeProvider.System).Create("default");
        var start = Stopwatch.GetTimestamp();
        var items = Enumerable.Range(0, options.Documents).Select(number => PlantedArticle.Item(number).Item);
        await foreach (var receipt in new Ingestor(new IngestionOptions(), TimeProvider.System).IngestAsync(library, items.ToAsyncEnumerable(), cancellationToken))
        {
            if (receipt.Outcome is not ReceiptOutcome.Added) throw new BenchmarkException($"{receipt.Origin}: {receipt.Outcome} {receipt.Reason}");
        }

        var report = new BenchmarkReport { ["documents"] = options.Documents, ["ingestSeconds"] = Seconds(start) };
        // While serve runs documents are placed as they come; here all at once.
        start = Stopwatch.GetTimestamp();
        StoryClusters.CatchUp(library, cancellationToken);
        report["storiesSeconds"] = Seconds(start);
        var maker = new DigestMaker(TimeProvider.System);
        for (var time = 1; time <= Times; time++)
        {
            start = Stopwatch.GetTimestamp();
            var digest = maker.Preview(library, null, null, cancellationToken);
            report[time == 1 ? "composeFirstSeconds" : "composeSeconds"] = Seconds(start);
            (report["told"], report["more"], report["sentences"]) = (digest.Stories.Count, digest.More, digest.Stories.Sum(story => story.Sentences.Count));
        }

        report["peakMb"] = ProcessMemory.PeakMb();
        return report;
    }

    private static double Seconds(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;
}
