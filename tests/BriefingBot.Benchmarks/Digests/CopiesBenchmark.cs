using System.Diagnostics;
using System.Text;
using BriefingBot.Benchmarks.Articles;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Benchmarks.Digests;

/// <summary>
/// Generated articles, three of ten of them copies planted far from their originals, taken in twice side by side: with copies looked for and without. The
/// two take turns, so that a machine that is busy for a while is busy for both.
/// </summary>
internal static class CopiesBenchmark
{
    private const int Turn = 2500;

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var plain = new Side(folder.Create("off"), findCopies: false);
        using var finding = new Side(folder.Create("on"), findCopies: true);
        for (var from = 0; from < options.Documents; from += Turn)
        {
            var count = Math.Min(Turn, options.Documents - from);
            var items = Enumerable.Range(from, count).Select(PlantedArticle.Item).ToList();
            Side[] order = from / Turn % 2 == 0 ? [plain, finding] : [finding, plain];
            foreach (var side in order) await side.AddAsync(items, cancellationToken);
            await Console.Error.WriteLineAsync($"{from + count:N0} documents: off {plain.Wall.TotalSeconds:F1} s, on {finding.Wall.TotalSeconds:F1} s; processor {plain.Cpu.TotalSeconds:F1} and {finding.Cpu.TotalSeconds:F1} s");
        }

        return new BenchmarkReport
        {
            ["documents"] = options.Documents,
            ["planted"] = finding.Planted,
            ["foundShare"] = (double)finding.Found / Math.Max(1, finding.Planted),
            ["falseMerges"] = finding.Wrong,
            ["falseShare"] = (double)finding.Wrong / options.Documents,
            ["secondsOff"] = plain.Wall.TotalSeconds,
            ["secondsOn"] = finding.Wall.TotalSeconds,
            ["addedShare"] = (finding.Wall / plain.Wall) - 1,
            ["cpuSecondsOff"] = plain.Cpu.TotalSeconds,
            ["cpuSecondsOn"] = finding.Cpu.TotalSeconds,
            ["cpuAddedShare"] = (finding.Cpu / plain.Cpu) - 1,
        };
    }

    /// <summary>One library and what was spent on it.</summary>
    private sealed class Side(string folder, bool findCopies) : IDisposable
    {
        private readonly LibraryFile _library = new LibraryCatalog(folder, TimeProvider.System).Create("default");
        private readonly Ingestor _ingestor = new(new IngestionOptions { FindCopies = findCopies }, TimeProvider.System);

        public TimeSpan Wall { get; private set; }

        public TimeSpan Cpu { get; private set; }

        public int Planted { get; private set; }

        public int Found { get; private set; }

        public int Wrong { get; private set; }

        public async Task AddAsync(IReadOnlyList<(IngestItem Item, string? CopyOf)> items, CancellationToken cancellationToken)
        {
            var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var receipts = new List<Receipt>();
            await foreach (var receipt in _ingestor.IngestAsync(_library, items.Select(item => item.Item).ToAsyncEnumerable(), cancellationToken)) receipts.Add(receipt);
            Wall += Stopwatch.GetElapsedTime(start);
            Cpu += Environment.CpuUsage.TotalTime - cpu;
            foreach (var (receipt, (_, copyOf)) in receipts.Zip(items))
            {
                if (copyOf is not null) Planted++;
                if (receipt.CopyOf is null) continue;
                if (receipt.CopyOf == copyOf) Found++;
                else Wrong++;
            }
        }

        public void Dispose() => _library.Dispose();
    }
}

/// <summary>The articles of the benchmarks about copies: of ten, seven are new and three carry the text of one before.</summary>
internal static class PlantedArticle
{
    private const int New = 7;
    private static readonly PlantedCopies Planted = new(3);

    /// <summary>The document, and the one whose text it carries; null where it is new.</summary>
    public static (IngestItem Item, string? CopyOf) Item(int number)
    {
        var isNew = number % 10 < New;
        // Another decade, decided by the number alone.
        var original = isNew ? number : (int)(number * 2_654_435_761L % ((number / 10) + 1) * 10) + (number % 10) - New;
        var text = isNew ? Planted.Original(number) : Planted.CopyOf(original);
        var item = new IngestItem(new SourceBytes($"{number}.txt", Encoding.UTF8.GetBytes(text), TimeProvider.System.GetUtcNow())) { DocumentId = $"d{number}" };
        return (item, isNew ? null : $"d{original}");
    }
}
