namespace BriefingBot.Benchmarks.Crash;

/// <summary>Many kills, one after the other, over one growing library.</summary>
internal static class CrashBenchmark
{
    private const int DocumentsAtOnce = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    public static async Task<BenchmarkReport> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var trial = new CrashTrial(folder.Path, Environment.ProcessPath!, seed: 1);
        for (var round = 1; round <= rounds; round++)
        {
            if (await trial.RoundAsync(DocumentsAtOnce, Longest, cancellationToken) is { } wrong)
                throw new BenchmarkException($"After kill {round} of {rounds}: {wrong}.");
        }

        return new BenchmarkReport { ["kills"] = rounds, ["documents"] = trial.Documents, ["lost"] = 0 };
    }
}
