using System.Diagnostics;
using BriefingBot.Benchmarks.Articles;

namespace BriefingBot.Benchmarks;

/// <summary>The whole of `briefingbot ask` as a command: process start, opening the library, answer, exit.</summary>
internal static class StartupBenchmark
{
    private const int Runs = 9;

    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var executable = options.Executable ?? Find();
        using var folder = new TemporaryFolder();
        var articles = new ArticleGenerator();
        (await GeneratedLibrary.CreateAsync(folder.Path, articles, options.Documents, cancellationToken)).Dispose();
        var milliseconds = new List<double>();
        foreach (var question in new QuestionGenerator(articles, options.Documents).Take(Runs))
            milliseconds.Add(await AskAsync(executable, folder.Path, question, cancellationToken));

        var sorted = milliseconds.Order().ToList();
        return new BenchmarkReport { ["documents"] = options.Documents, ["runs"] = Runs, ["firstMs"] = milliseconds[0], ["medianMs"] = sorted[Runs / 2], ["maxMs"] = sorted[^1] };
    }

    private static async Task<double> AskAsync(string executable, string data, string question, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(executable, ["--data", data, "ask", question, "--json"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);

        // 4 is an answer too: the library does not say.
        return process.ExitCode is 0 or 4
            ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds
            : throw new BenchmarkException($"{executable} ended with {process.ExitCode}: {errors}");
    }

    /// <summary>The executable of the same build, beside this one in the artifacts folder.</summary>
    internal static string Find()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var name = OperatingSystem.IsWindows() ? "briefingbot.exe" : "briefingbot";
        var path = Path.Combine(build.Parent!.Parent!.FullName, "BriefingBot", build.Name, name);
        return File.Exists(path)
            ? path
            : throw new BenchmarkException($"{path}: the executable is not built. Run `dotnet build -c Release src/BriefingBot`, or name it with --executable PATH.");
    }
}
