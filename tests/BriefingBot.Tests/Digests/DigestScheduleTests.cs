using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class DigestScheduleTests
{
    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2031-03-29T12:00:00Z", "2031-03-30T01:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2031-10-25T12:00:00Z", "2031-10-26T00:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2031-10-26T00:30:00Z", "2031-10-27T01:30:00Z")]
    [InlineData("Asia/Kolkata", "07:30", "2031-03-04T00:00:00Z", "2031-03-04T02:00:00Z")]
    [InlineData("Pacific/Kiritimati", "00:10", "2031-03-04T10:05:00Z", "2031-03-04T10:10:00Z")]
    [InlineData("Pacific/Pago_Pago", "23:50", "2031-03-04T10:45:00Z", "2031-03-04T10:50:00Z")]
    public void The_next_due_follows_the_clocks_of_its_zone(string zone, string time, string after, string due)
    {
        var schedule = Of(zone, time);

        Assert.Equal(DateTimeOffset.Parse(due), schedule.NextAfter(DateTimeOffset.Parse(after)));
    }

    [Fact]
    public void Only_the_chosen_days_are_due()
    {
        var schedule = Of("Europe/Berlin", "07:30") with { Days = [DayOfWeek.Monday] };

        Assert.Equal(DateTimeOffset.Parse("2031-03-10T06:30:00Z"), schedule.NextAfter(DateTimeOffset.Parse("2031-03-04T00:00:00Z")));
    }

    [Fact]
    public void An_unknown_zone_is_named_with_a_remedy()
    {
        var fault = Assert.Throws<DigestException>(() => Of("Europe/Varran", "07:30").NextAfter(DateTimeOffset.UnixEpoch));

        Assert.Contains("Europe/Varran", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", fault.Message, StringComparison.Ordinal);
    }

    private static DigestSchedule Of(string zone, string time) => new() { Id = "S", Place = new ChatPlace("test", "guild", "desk"), Time = TimeOnly.Parse(time), Zone = zone };
}
