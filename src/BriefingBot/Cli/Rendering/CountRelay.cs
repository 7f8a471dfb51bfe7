namespace BriefingBot.Cli.Rendering;

/// <summary>Counts reported by the work itself, onto a progress line.</summary>
internal sealed class CountRelay(ProgressLine line) : IProgress<int>
{
    public void Report(int value) => line.Report(value, null);
}
