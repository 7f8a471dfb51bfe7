using System.Diagnostics;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>One parser and how far it got. Time is the processor's for this process, which does nothing else.</summary>
internal sealed class FuzzRound(FuzzParser parser, Action<byte[]> begin)
{
    private const int Seed = 20_310_306;

    private long processorAtStart = Environment.CpuUsage.TotalTime.Ticks;
    private long clockAtStart = Stopwatch.GetTimestamp();

    public long Count { get; private set; }

    public double SlowestMs { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>What the input it is at has taken so far.</summary>
    public (TimeSpan Processor, TimeSpan Clock) AtInput() =>
        (Environment.CpuUsage.TotalTime - TimeSpan.FromTicks(Interlocked.Read(ref processorAtStart)), Stopwatch.GetElapsedTime(Interlocked.Read(ref clockAtStart)));

    public void Work(double seconds)
    {
        var random = new Random(Seed);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds && Fault is null)
        {
            var input = ByteMutator.Mutate(parser.Seeds[random.Next(parser.Seeds.Length)], random);
            begin(input);
            Interlocked.Exchange(ref clockAtStart, Stopwatch.GetTimestamp());
            Interlocked.Exchange(ref processorAtStart, Environment.CpuUsage.TotalTime.Ticks);
            Fault = parser.Try(input);
            SlowestMs = Math.Max(SlowestMs, AtInput().Processor.TotalMilliseconds);
            Count++;
        }
    }
}
