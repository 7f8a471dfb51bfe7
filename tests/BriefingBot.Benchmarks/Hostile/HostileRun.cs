using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>Adds each hostile file in a process of its own and looks at the peak of its memory and at its time.</summary>
internal static class HostileRun
{
    public const string Verb = "--hostile";
    private const string ChildVerb = "hostile-file";
    private const double MostMb = 500;
    private const double MostSeconds = 120;

    /// <summary>Runs the files whose name begins with <paramref name="prefix"/>; 0 where all kept to the limits.</summary>
    public static async Task<int> RunAsync(string executable, string prefix, TextWriter output, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var (file, trial) in HostileFiles.All.Where(f => f.Name.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(f => f.Trials, (f, t) => (f, t)))
        {
            string[] arguments = [ChildVerb, file.Name, trial.Size.ToString(CultureInfo.InvariantCulture), trial.Times.ToString(CultureInfo.InvariantCulture)];
            using var child = Process.Start(new ProcessStartInfo(executable, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var line = (await child.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await child.WaitForExitAsync(cancellationToken);
            if (child.ExitCode != 0) failed++;
            await output.WriteLineAsync(child.ExitCode == 0 ? line : $"{line} FAULT, exit code {child.ExitCode}".TrimStart());
        }

        return failed == 0 ? 0 : 1;
    }

    public static bool IsChild(string[] args) => args is [ChildVerb, _, _, _];

    public static async Task<int> RunChildAsync(string[] args)
    {
        var (file, size, times) = (HostileFiles.All.First(f => f.Name == args[1]), int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
        var bytes = file.Make(size);
        GC.Collect();
        ProcessMemory.ResetPeak();
        var started = Stopwatch.GetTimestamp();
        var outcome = FeedKind.Of(bytes) is { } kind ? ReadFeed(file.Origin, bytes, kind) : await AddAsync(file.Origin, bytes, times);
        var (seconds, peak) = (Stopwatch.GetElapsedTime(started).TotalSeconds, ProcessMemory.PeakMb());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name,-26} {times} x {bytes.Length / 1e6,4:0.0} MB {peak,6:0} MB peak {seconds,6:0.0} s  {outcome}"));
        return peak < MostMb && seconds < MostSeconds ? 0 : 1;
    }

    private static async Task<string> AddAsync(string origin, byte[] bytes, int times)
    {
        using var folder = new TemporaryFolder();
        using var library = new LibraryCatalog(folder.Path, TimeProvider.System).Create("default");
        var items = Enumerable.Range(0, times).Select(n => new IngestItem(new SourceBytes($"{n}{origin}", bytes, DateTimeOffset.UnixEpoch))).ToAsyncEnumerable();
        var outcome = "";
        await foreach (var receipt in new Ingestor(new IngestionOptions(), TimeProvider.System).IngestAsync(library, items, CancellationToken.None))
            outcome = outcome.Length > 0 ? outcome : receipt.Outcome is ReceiptOutcome.Added ? $"added, {receipt.Characters:N0} characters" : receipt.Reason ?? "";
        return outcome;
    }

    private static string ReadFeed(string origin, byte[] bytes, FeedFormat kind)
    {
        var source = new SourceBytes(origin, bytes, DateTimeOffset.UnixEpoch);
        try
        {
            return kind is FeedFormat.Opml ? $"{FeedParser.ReadOpml(source).Count:N0} feeds" : $"{FeedParser.Read(source).Items.Count:N0} items";
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Message;
        }
    }
}
