using System.Globalization;
using System.Text.Json;

namespace BriefingBot.Benchmarks;

/// <summary>Named figures in order; the unit is the end of the name.</summary>
internal sealed class BenchmarkReport
{
    private readonly Dictionary<string, double> _figures = new(StringComparer.Ordinal);

    public double this[string name]
    {
        get => _figures[name];
        set => _figures[name] = Math.Round(value, 3);
    }

    public void Print(bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(_figures));
            return;
        }

        foreach (var (name, value) in _figures)
            Console.WriteLine($"{name,-22}{value.ToString("#,0.###", CultureInfo.InvariantCulture),14}");
    }

    public static BenchmarkReport Parse(string json)
    {
        var report = new BenchmarkReport();
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, double>>(json)!)
            report[name] = value;
        return report;
    }
}
