using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BriefingBot.Operations;

/// <summary>
/// Everything one meter measures, as Prometheus reads it: the text exposition format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/). Measures from its making on.
/// </summary>
public sealed class PrometheusText : IDisposable
{
    /// <summary>The media type of <see cref="Write"/>.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Upper bounds of the histograms, in seconds.</summary>
    private static readonly double[] Bounds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30];

    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);

    /// <param name="meter">The name of the meter.</param>
    public PrometheusText(string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != meter) return;
            lock (_lock) _families.TryAdd(Name(instrument), new Family(instrument, Kind(instrument)));
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>(Measured);
        _listener.Start();
    }

    /// <summary>The state of every measurement now.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var (name, family) in _families)
            {
                text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(family.Instrument.Description ?? "", quotes: false)).Append('\n');
                text.Append("# TYPE ").Append(name).Append(' ').Append(family.Kind).Append('\n');
                foreach (var (labels, series) in family.Series) series.Write(text, name, labels, family.Kind is "histogram");
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Measured<T>(Instrument instrument, T measured, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null) where T : struct
    {
        var value = Convert.ToDouble(measured, CultureInfo.InvariantCulture);
        var labels = Labels(tags);
        lock (_lock)
        {
            if (!_families.TryGetValue(Name(instrument), out var family)) return;
            if (!family.Series.TryGetValue(labels, out var series)) family.Series[labels] = series = new Series();
            if (family.Kind is "gauge") series.Sum = value;
            else series.Add(value);
        }
    }

    private static string Kind(Instrument instrument) => instrument.GetType().Name switch
    {
        var name when name.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        var name when name.StartsWith("Counter", StringComparison.Ordinal) => "counter",
        _ => "gauge",
    };

    // briefingbot.stage.duration in seconds is briefingbot_stage_duration_seconds; counters end in _total.
    private static string Name(Instrument instrument)
    {
        var name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return Kind(instrument) switch { "counter" => name + "_total", "histogram" when instrument.Unit is "s" => name + "_seconds", _ => name };
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags) labels.Add($"{key}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", quotes: true)}\"");
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Escaped(string text, bool quotes)
    {
        text = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text;
    }

    private sealed record Family(Instrument Instrument, string Kind)
    {
        public SortedDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Series
    {
        private readonly long[] _counts = new long[Bounds.Length];
        private long _count;

        public double Sum { get; set; }

        public void Add(double value)
        {
            Sum += value;
            _count++;
            for (var i = 0; i < Bounds.Length; i++)
                if (value <= Bounds[i]) _counts[i]++;
        }

        public void Write(StringBuilder text, string name, string labels, bool histogram)
        {
            var braced = labels.Length > 0 ? $"{{{labels}}}" : "";
            if (!histogram)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{braced} {Sum}\n");
                return;
            }

            var before = labels.Length > 0 ? labels + "," : "";
            for (var i = 0; i < Bounds.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Bounds[i]}\"}} {_counts[i]}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {_count}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{braced} {Sum}\n{name}_count{braced} {_count}\n");
        }
    }
}
