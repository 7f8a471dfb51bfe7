using System.Globalization;
using BriefingBot.Benchmarks.Crash;
using BriefingBot.Benchmarks.Digests;
using BriefingBot.Benchmarks.Fuzz;
using BriefingBot.Benchmarks.Growth;
using BriefingBot.Benchmarks.Hostile;
using BriefingBot.Benchmarks.Retrieval;

namespace BriefingBot.Benchmarks;

/// <summary>The command line of the benchmarks: the figures in the README come from here.</summary>
internal static class BenchmarkProgram
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/BriefingBot.Benchmarks -- retrieval|growth|ingest|ask|model|startup|digest|copies|discord [--documents N | --passages N] [--json]
          retrieval  N passages (100,000) in our index and in plain FTS5: ratio of times, agreement, memory
                     [--at-least R] ends with 1 where ours is not R times as fast
          growth     the same for 1,000, 10,000 … N passages, as a table and a plot [--out FOLDER]
          ingest   writes N generated articles to a folder and adds them, after 2,000 others: text per second, peak memory, file size, and the rate beside plain FTS5
          ask      500 questions over N documents inside a running process: p50 and p95
          model    what a model's writing adds to its own time before the first checked sentence is out
          startup  `briefingbot ask` as a command over N documents, start included [--executable PATH]
          digest   a digest over N new documents, three of ten of them copies: time to compose
          copies   N documents, three of ten of them planted copies: found, wrongly merged, and what looking for them adds to the time
          crash    kills a process that adds, removes and merges, --rounds N times (200), and looks at what is left
          discord  the Discord platform against a fake one: start to READY, idle memory, overhead of a question
          --fuzz N [PARSER...]  breaks files of every format, or of those named, for N seconds each and as many at a time as
                   there are cores: no crash, no hang, no memory over 500 MB
          --hostile [FORMAT]  adds 50 MB files made to cost memory, each in a process of its own: under 500 MB and two minutes
          micro    inner loops under BenchmarkDotNet; further arguments are its own
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        if (args is ["micro", .. var micro])
            return MicroBenchmarks.Run(micro);
        if (args is [FuzzRun.Verb, var seconds, .. var parsers] && int.TryParse(seconds, CultureInfo.InvariantCulture, out var each) && each > 0)
            return await FuzzRun.CommandAsync(each, parsers, stop.Token);
        if (args is [FuzzChild.Verb, var parser, var lasting, var inputFile])
            return FuzzChild.Run(parser, lasting, inputFile);
        if (args is [HostileRun.Verb, .. { Length: <= 1 } format])
            return await HostileRun.RunAsync(Environment.ProcessPath!, format.Length == 0 ? "" : format[0], Console.Out, stop.Token);
        if (HostileRun.IsChild(args))
            return await HostileRun.RunChildAsync(args);
        if (args is [IngestBenchmark.ChildVerb, var folder])
            return await IngestBenchmark.RunChildAsync(folder, stop.Token);
        if (args is ["discord", ..])
        {
            (await DiscordBenchmark.RunAsync(stop.Token)).Print(args.Contains("--json", StringComparer.Ordinal));
            return 0;
        }

        if (args is [RetrievalBenchmark.BuildVerb or RetrievalBenchmark.AskVerb, var place, var number])
            return RetrievalBenchmark.RunChild(args[0], place, int.Parse(number, CultureInfo.InvariantCulture), stop.Token);
        if (args is [CrashWork.Verb, var data, var first, var atOnce])
            return CrashWork.Run(data, int.Parse(first, CultureInfo.InvariantCulture), int.Parse(atOnce, CultureInfo.InvariantCulture));
        if (args is [DigestWork.Verb, var at, var api, var token, var round, var ahead])
            return await DigestWork.RunAsync(at, api, token, int.Parse(round, CultureInfo.InvariantCulture), double.Parse(ahead, CultureInfo.InvariantCulture));
        if (BenchmarkOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var report = options.Verb switch
            {
                "digest" => await DigestBenchmark.RunAsync(options, stop.Token),
                "copies" => await CopiesBenchmark.RunAsync(options, stop.Token),
                "crash" => await CrashBenchmark.RunAsync(options.Rounds, stop.Token),
                "retrieval" => await RetrievalBenchmark.RunAsync(options, stop.Token),
                "growth" => await GrowthBenchmark.RunAsync(options, $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}", stop.Token),
                "ingest" => await IngestBenchmark.RunAsync(options, stop.Token),
                "ask" => await AskBenchmark.RunAsync(options, stop.Token),
                "model" => await ModelBenchmark.RunAsync(options, stop.Token),
                _ => await StartupBenchmark.RunAsync(options, stop.Token),
            };
            report.Print(options.Json);
            if (options.AtLeast is { } least && report["ratio"] < least)
                throw new BenchmarkException($"{report["ratio"]} times as fast as FTS5; at least {least} is asked");
            return 0;
        }
        catch (BenchmarkException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
