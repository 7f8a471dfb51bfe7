using System.Text.Json;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>How one parser stood.</summary>
/// <param name="Parser">Its name.</param>
/// <param name="Inputs">How many it was given.</param>
/// <param name="SlowestMs">Processor time of the input that took most: other work on the machine does not add to it.</param>
/// <param name="PeakMb">Of the process it worked in.</param>
/// <param name="Fault">Null where it stood.</param>
internal sealed record FuzzResult(string Parser, long Inputs, double SlowestMs, double PeakMb, string? Fault)
{
    public static FuzzResult Parse(string json) => JsonSerializer.Deserialize<FuzzResult>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    public override string ToString() => $"{Parser,-8} {Inputs,11:N0} inputs, slowest {SlowestMs,6:0} ms, peak {PeakMb,4:0} MB{(Fault is null ? "" : "  FAULT " + Fault)}";
}
