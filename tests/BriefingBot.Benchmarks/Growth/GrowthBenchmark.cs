using BriefingBot.Benchmarks.Retrieval;

namespace BriefingBot.Benchmarks.Growth;

/// <summary>The retrieval benchmark at every power of ten up to a size, written down as a table and a plot.</summary>
internal static class GrowthBenchmark
{
    private const int Smallest = 1_000;

    /// <param name="options">The largest size, and the folder that gets <c>growth.md</c> and <c>growth.svg</c>.</param>
    /// <param name="machine">In words, for the table's caption.</param>
    /// <param name="cancellationToken">Stops the run; nothing is written then.</param>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, string machine, CancellationToken cancellationToken)
    {
        var sizes = new List<BenchmarkReport>();
        for (var passages = Smallest; passages <= options.Passages; passages *= 10)
        {
            sizes.Add(await RetrievalBenchmark.RunAsync(options with { Passages = passages }, cancellationToken));
            await Console.Error.WriteLineAsync($"{passages:N0} passages: {sizes[^1]["p50Ms"]} ms against {sizes[^1]["baselineP50Ms"]} ms");
        }

        if (options.Out is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "growth.md"), GrowthTable.Markdown(sizes, machine), cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "growth.svg"), GrowthPlot.Svg(sizes), cancellationToken);
        }

        return sizes[^1];
    }
}
