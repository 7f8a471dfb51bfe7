using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>The process in which one parser is fuzzed: it watches its own processor time and memory.</summary>
internal static class FuzzChild
{
    public const string Verb = "fuzz-parser";
    private const double MostMb = 500;
    private const double MostProcessorSeconds = 10;

    private const string Memory = "takes more than 500 MB";

    /// <summary>Only against waiting for what never comes: the machine may be busy.</summary>
    private const double MostSeconds = 600;

    /// <summary>Writes one <see cref="FuzzResult"/>.</summary>
    public static int Run(string name, string seconds, string inputFile)
    {
        // Before the parser's thread begins, which takes it from this one: whatever else the machine does comes first.
        Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;
        using var input = new InputFile(inputFile);
        var result = Run(FuzzParsers.All.First(parser => parser.Name == name), double.Parse(seconds, CultureInfo.InvariantCulture), input.Write, MostProcessorSeconds, MostMb);
        Console.WriteLine(result.ToJson());
        // The parser's thread may still be at it.
        Environment.Exit(0);
        return 0;
    }

    /// <summary>Fuzzes in this process.</summary>
    /// <param name="parser">Whom.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="begin">Told every input before the parser is.</param>
    /// <param name="mostProcessorSeconds">More than this for one input is a hang.</param>
    /// <param name="mostMb">More than this in the process is too much.</param>
    public static FuzzResult Run(FuzzParser parser, double seconds, Action<byte[]> begin, double mostProcessorSeconds, double mostMb)
    {
        ProcessMemory.ResetPeak();
        var round = new FuzzRound(parser, begin);
        // On a thread of its own, which is left alone where it hangs.
        var thread = new Thread(() => round.Work(seconds)) { IsBackground = true };
        thread.Start();
        string? fault = null;
        while (!thread.Join(TimeSpan.FromMilliseconds(200)) && fault is null) fault = Fault(round, mostProcessorSeconds, mostMb);
        return new FuzzResult(parser.Name, round.Count, round.SlowestMs, ProcessMemory.PeakMb(), round.Fault ?? fault ?? (ProcessMemory.PeakMb() > mostMb ? Memory : null));
    }

    private static string? Fault(FuzzRound round, double mostProcessorSeconds, double mostMb)
    {
        var (processor, clock) = round.AtInput();
        if (processor.TotalSeconds > mostProcessorSeconds) return $"hangs: more than {mostProcessorSeconds:0} s of the processor";
        if (clock.TotalSeconds > MostSeconds) return $"hangs: more than {MostSeconds:0} s";
        return ProcessMemory.PeakMb() > mostMb ? Memory : null;
    }
}
