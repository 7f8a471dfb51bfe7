namespace BriefingBot.Cli.Rendering;

/// <summary>Counts reported by the work itself, onto a progress line.</summary>
/// <param name="line">Where they are shown.</param>
/// <param name="total">How many there will be; null where that is unknown.</param>
internal sealed class CountRelay(ProgressLine line, int? total = null) : IProgress<int>
{
    public void Report(int value) => line.Report(value, total);
}
