using BriefingBot.Cli;
using BriefingBot.Cli.Rendering;

namespace BriefingBot.Tests.Cli;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new();
    private readonly Clock _clock = new();

    [Fact]
    public void Work_of_less_than_a_second_shows_nothing()
    {
        using (var line = new ProgressLine(Watched(true), _clock, "documents"))
        {
            _clock.Passed = TimeSpan.FromSeconds(0.9);
            line.Report(5, 10);
        }

        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public void Longer_work_shows_count_rate_and_time_left_and_clears_up_behind_it()
    {
        using (var line = new ProgressLine(Watched(true), _clock, "documents"))
        {
            _clock.Passed = TimeSpan.FromSeconds(10);
            line.Report(100, 400);
        }

        Assert.Equal("\r\e[K━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 100 of 400 documents · 10/s · 30 s left\r\e[K", _error.ToString());
    }

    [Fact]
    public void Where_the_total_is_unknown_the_count_and_rate_remain()
    {
        using var line = new ProgressLine(Watched(true), _clock, "documents");
        _clock.Passed = TimeSpan.FromSeconds(2);

        line.Report(1200, null);

        Assert.Equal("\r\e[K1,200 documents · 600/s", _error.ToString());
    }

    [Fact]
    public void A_new_stage_counts_its_own_seconds()
    {
        using var line = new ProgressLine(Watched(true), _clock, "items");
        line.Report(1, 10, "documents");
        _clock.Passed = TimeSpan.FromSeconds(100);
        line.Report(1, 10, "questions");
        _clock.Passed = TimeSpan.FromSeconds(102);

        line.Report(4, 10, "questions");

        Assert.EndsWith("4 of 10 questions · 2/s · 3 s left", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirected_error_stream_gets_no_progress()
    {
        using (var line = new ProgressLine(Watched(false), _clock, "documents"))
        {
            _clock.Passed = TimeSpan.FromMinutes(1);
            line.Report(5, 10);
        }

        Assert.Equal("", _error.ToString());
    }

    public void Dispose() => _error.Dispose();

    private Terminal Watched(bool watched) => new(TextWriter.Null, _error, () => Stream.Null) { Progress = watched };

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
