using System.Threading.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Interactions;

namespace BriefingBot.Tests.Discord;

/// <summary>The pace of progress, on a clock that is moved by hand.</summary>
public sealed class ProgressTests
{
    private readonly ManualClock _clock = new();
    private readonly Channel<string> _shown = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task Progress_is_shown_at_most_every_1_2_seconds_and_the_newest_wins()
    {
        var throttle = Throttle();
        var set = _clock.NextTimerAsync();
        throttle.Offer(Step("one"));
        await set;
        throttle.Offer(Step("two"));
        _clock.Advance(TimeSpan.FromSeconds(0.39));
        Assert.False(_shown.Reader.TryPeek(out _));

        set = _clock.NextTimerAsync();
        _clock.Advance(TimeSpan.FromSeconds(0.01));
        Assert.Equal("two", await ShownAsync());
        await set;
        throttle.Offer(Step("three"));
        throttle.Offer(Step("four"));
        _clock.Advance(TimeSpan.FromSeconds(1.19));
        Assert.False(_shown.Reader.TryPeek(out _));

        _clock.Advance(TimeSpan.FromSeconds(0.01));
        Assert.Equal("four", await ShownAsync());
        Assert.Equal(TimeSpan.FromSeconds(1.2), ProgressThrottle.Interval);
    }

    [Fact]
    public async Task Once_closed_it_shows_nothing_more_and_nothing_is_under_way()
    {
        var throttle = Throttle();
        var set = _clock.NextTimerAsync();
        throttle.Offer(Step("one"));
        await set;

        await throttle.CloseAsync();
        throttle.Offer(Step("two"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(_shown.Reader.TryPeek(out _));
    }

    private ProgressThrottle Throttle() => new(
        (reply, token) => _shown.Writer.WriteAsync(((TextBlock)reply.Blocks[0]).Text, token).AsTask(), TimeSpan.FromSeconds(0.4), _clock);

    private static ChatReply Step(string text) => new() { Blocks = [new TextBlock(text, TextTone.Progress)] };

    private Task<string> ShownAsync() => _shown.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
}
