using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>
/// Throws broken bytes at every parser of foreign files: whatever comes back, it is a text or a sentence, soon, in little
/// memory. Each parser works in a process of its own, so that the peak is its own and not even a full stack ends the run.
/// </summary>
internal static class FuzzRun
{
    public const string Verb = "--fuzz";

    /// <summary>400 MB, in hexadecimal as the runtime reads it: with the program itself that is less than the 500 a parser may take.</summary>
    private const string MostHeap = "0x17D78400";

    /// <summary>Ends with 0 where every parser stood, 1 where one did not, 2 where a name is no parser's, 130 where it was interrupted.</summary>
    public static async Task<int> CommandAsync(int secondsEach, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(name => !FuzzParsers.All.Any(parser => parser.Name == name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"{unknown} is no parser; there are {string.Join(", ", FuzzParsers.All.Select(parser => parser.Name))}.");
            return 2;
        }

        try
        {
            var results = await RunAsync(Environment.ProcessPath!, secondsEach, names, Console.Out, cancellationToken);
            return results.Any(result => result.Fault is not null) ? 1 : 0;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    /// <summary>As many processes at a time as there are cores.</summary>
    /// <param name="executable">This program.</param>
    /// <param name="secondsEach">For each parser.</param>
    /// <param name="names">Of <see cref="FuzzParsers"/>; all where none is named.</param>
    /// <param name="output">One line for each parser, as they end.</param>
    /// <param name="cancellationToken">Ends the processes.</param>
    public static async Task<IReadOnlyList<FuzzResult>> RunAsync(string executable, int secondsEach, IReadOnlyList<string> names, TextWriter output, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var results = new List<FuzzResult>();
        var gate = new Lock();
        var chosen = FuzzParsers.All.Select(parser => parser.Name).Where(name => names.Count == 0 || names.Contains(name, StringComparer.Ordinal));
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(chosen, limits, async (name, stop) =>
        {
            var result = await OneAsync(executable, name, secondsEach, Path.Combine(folder.Path, name), stop);
            lock (gate)
            {
                results.Add(result);
                output.WriteLine(result);
                output.Flush();
            }
        });
        return results;
    }

    private static async Task<FuzzResult> OneAsync(string executable, string name, int seconds, string inputFile, CancellationToken cancellationToken)
    {
        string[] arguments = [FuzzChild.Verb, name, seconds.ToString(CultureInfo.InvariantCulture), inputFile];
        var start = new ProcessStartInfo(executable, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // The runtime lets garbage lie as long as the machine has room and cache; what a parser needs shows where there is little.
        start.Environment["DOTNET_GCHeapHardLimit"] = MostHeap;
        using var child = Process.Start(start)!;
        using var ended = cancellationToken.Register(() => child.Kill(entireProcessTree: true));
        var errors = child.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = await child.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await child.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        var result = child.ExitCode == 0 ? FuzzResult.Parse(said) : new FuzzResult(name, 0, 0, 0, $"exit code {child.ExitCode}: {FirstLine(await errors)}");
        if (result.Fault is null) return result;
        var kept = Path.Combine(Path.GetTempPath(), $"fuzz-{name}.bin");
        await File.WriteAllBytesAsync(kept, InputFile.Read(inputFile), CancellationToken.None);
        return result with { Fault = $"{result.Fault} (bytes in {kept})" };
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
