using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Web;

/// <summary>
/// What was measured, as Prometheus text (https://prometheus.io/docs/instrumenting/exposition_formats/). Counters and gauges as they are; of a
/// histogram its sum and its count.
/// </summary>
internal sealed class MetricsPage : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Measured> _measured = new();

    /// <param name="meter">The meter listened to.</param>
    public MetricsPage(string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(Text(), context.RequestAborted);
    }

    public string Text()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var group in _measured.GroupBy(pair => pair.Key.Instrument).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            var (name, kind) = (Name(group.Key), Kind(group.Key));
            if (group.Key.Description is { } description) text.Append("# HELP ").Append(name).Append(' ').Append(description).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
            foreach (var (key, value) in group.OrderBy(pair => pair.Key.Labels, StringComparer.Ordinal)) Append(text, name, kind, key.Labels, value);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measured = _measured.GetOrAdd((instrument, Labels(tags)), _ => new Measured());
        lock (measured)
        {
            measured.Sum = instrument.IsObservable ? value : measured.Sum + value;
            measured.Count++;
        }
    }

    private static void Append(StringBuilder text, string name, string kind, string labels, Measured measured)
    {
        double sum;
        long count;
        lock (measured) (sum, count) = (measured.Sum, measured.Count);
        var value = sum.ToString("R", CultureInfo.InvariantCulture);
        if (kind is "summary") text.Append(name).Append("_sum").Append(labels).Append(' ').Append(value).Append('\n').Append(name).Append("_count").Append(labels).Append(' ').Append(count).Append('\n');
        else text.Append(name).Append(labels).Append(' ').Append(value).Append('\n');
    }

    private static string Kind(Instrument instrument) => instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Histogram<>)
        ? "summary"
        : instrument.IsObservable ? "gauge" : "counter";

    private static string Name(Instrument instrument) => string.Concat(
        instrument.Name.Replace('.', '_'), instrument.Unit is "s" ? "_seconds" : "", Kind(instrument) is "counter" ? "_total" : "");

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var pairs = new List<string>();
        foreach (var (key, value) in tags) pairs.Add($"{key}=\"{$"{value}".Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        return $"{{{string.Join(',', pairs)}}}";
    }

    private sealed class Measured
    {
        public double Sum { get; set; }

        public long Count { get; set; }
    }
}
