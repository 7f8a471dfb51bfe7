using BriefingBot.Benchmarks.Fuzz;

namespace BriefingBot.Tests.Benchmarks;

/// <summary>The byte mutator over every parser, in processes beside the other tests and behind them in the line for the processor.</summary>
public sealed class FuzzedParsers : IAsyncLifetime
{
    /// <summary>For each parser, on every change: <c>--fuzz 600</c> of the benchmarks is the long run.</summary>
    private const int Seconds = 15;

    private IReadOnlyList<FuzzResult> results = [];

    public async ValueTask InitializeAsync() =>
        results = await FuzzRun.RunAsync(Path.Combine(AppContext.BaseDirectory, "BriefingBot.Benchmarks"), Seconds, [], TextWriter.Null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal FuzzResult Of(string parser) => results.Single(result => result.Parser == parser);
}
