using BriefingBot.Core.Commands.Operations;
using BriefingBot.Operations;

namespace BriefingBot.Tests.Commands;

public sealed class MetricsTests
{
    [Fact]
    public async Task Questions_refusals_stages_and_the_line_are_measured_without_names()
    {
        using var prometheus = new PrometheusText(QuestionMetrics.MeterName);
        await using var desk = await Desk.WithStrikeAsync();

        await desk.As("ana").Ask("How many dockers stayed away from Port Varran?");
        await desk.As("ana").Ask("Who chairs Ostrava Shipping?");

        var text = prometheus.Write();
        Assert.Contains("briefingbot_questions_total{status=\"answered\"}", text, StringComparison.Ordinal);
        Assert.Contains("briefingbot_refusals_total ", text, StringComparison.Ordinal);
        Assert.Contains("briefingbot_stage_duration_seconds_count{stage=\"retrieve\"}", text, StringComparison.Ordinal);
        Assert.Contains("briefingbot_queue_length ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("port-desk", text, StringComparison.Ordinal);
    }
}
