using System.Diagnostics;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Benchmarks;

/// <summary>Throws broken bytes at every parser of foreign files: whatever comes back, it is a text or an <see cref="UnreadableException"/>, soon, in little memory.</summary>
internal static class FuzzRun
{
    private const double MostMb = 500;
    private const int Seed = 20_310_306;

    /// <param name="secondsEach">For each parser.</param>
    /// <param name="output">One line for each parser.</param>
    /// <param name="memory">Whether the peak of the process counts: not where others work in it.</param>
    /// <param name="mostSeconds">Longer than this for one input is a hang.</param>
    /// <returns>0 where every parser stood; 1 and the bytes in a file where one did not.</returns>
    public static int Run(double secondsEach, TextWriter output, bool memory = true, double mostSeconds = 5) =>
        FuzzParsers.All.Sum(parser => Run(parser, secondsEach, output, memory, mostSeconds) ? 0 : 1) == 0 ? 0 : 1;

    /// <inheritdoc cref="Run(double, TextWriter, bool, double)"/>
    public static bool Run(FuzzParser parser, double secondsEach, TextWriter output, bool memory, double mostSeconds)
    {
        GC.Collect();
        ProcessMemory.ResetPeak();
        var round = new Round(parser);
        // On a thread of its own, which is left alone where it hangs.
        var thread = new Thread(() => round.Work(secondsEach)) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(200)) && round.SecondsAtInput() < mostSeconds)
        {
        }

        var fault = round.Fault ?? (thread.IsAlive ? $"hangs: more than {mostSeconds:0} s" : null) ?? (memory && ProcessMemory.PeakMb() > MostMb ? "memory" : null);
        if (fault is not null) File.WriteAllBytes(Path.Combine(Path.GetTempPath(), $"fuzz-{parser.Name}.bin"), round.Input);
        output.WriteLine($"{parser.Name,-8} {round.Count,9:N0} inputs, slowest {round.Slowest * 1000,6:0} ms, peak {ProcessMemory.PeakMb(),4:0} MB{(fault is null ? "" : $"  FAULT {fault} (bytes in fuzz-{parser.Name}.bin of the temporary folder)")}");
        return fault is null;
    }

    /// <summary>One parser and how far it got.</summary>
    private sealed class Round(FuzzParser parser)
    {
        private long started = Stopwatch.GetTimestamp();

        public byte[] Input { get; private set; } = [];

        public int Count { get; private set; }

        public double Slowest { get; private set; }

        public string? Fault { get; private set; }

        public double SecondsAtInput() => Stopwatch.GetElapsedTime(Interlocked.Read(ref started)).TotalSeconds;

        public void Work(double seconds)
        {
            var random = new Random(Seed);
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < seconds && Fault is null)
            {
                Input = ByteMutator.Mutate(parser.Seeds[random.Next(parser.Seeds.Length)], random);
                Interlocked.Exchange(ref started, Stopwatch.GetTimestamp());
                Fault = parser.Try(Input);
                Slowest = Math.Max(Slowest, SecondsAtInput());
                Count++;
            }
        }
    }
}
