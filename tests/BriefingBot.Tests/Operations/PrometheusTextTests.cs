using System.Diagnostics.Metrics;
using BriefingBot.Operations;

namespace BriefingBot.Tests.Operations;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Counters_gauges_and_histograms_read_as_the_format_asks()
    {
        using var meter = new Meter("test.prometheus");
        using var prometheus = new PrometheusText("test.prometheus");
        var questions = meter.CreateCounter<long>("port.questions", description: "Questions\nasked");
        var latency = meter.CreateHistogram<double>("port.latency", "s", "How long");
        meter.CreateObservableGauge("port.queue", () => 7);
        questions.Add(2, new KeyValuePair<string, object?>("status", "a\"b\\c"));
        questions.Add(3, new KeyValuePair<string, object?>("status", "a\"b\\c"));
        latency.Record(.02, new KeyValuePair<string, object?>("stage", "write"));
        latency.Record(99);

        var text = prometheus.Write();

        Assert.Contains("# HELP port_questions_total Questions\\nasked\n# TYPE port_questions_total counter\nport_questions_total{status=\"a\\\"b\\\\c\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE port_queue gauge\nport_queue 7\n", text, StringComparison.Ordinal);
        Assert.Contains("port_latency_seconds_bucket{stage=\"write\",le=\"0.01\"} 0\nport_latency_seconds_bucket{stage=\"write\",le=\"0.025\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("port_latency_seconds_bucket{le=\"30\"} 0\nport_latency_seconds_bucket{le=\"+Inf\"} 1\nport_latency_seconds_sum 99\nport_latency_seconds_count 1\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_meter_is_not_heard()
    {
        using var meter = new Meter("test.other");
        using var prometheus = new PrometheusText("test.prometheus.alone");
        meter.CreateCounter<long>("port.secret").Add(1);

        Assert.Equal("", prometheus.Write());
    }
}
