using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Tests.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Channels;

public sealed class LimitsTests
{
    private static readonly ChannelKey Port = new(new WorkspaceKey("test", "guild"), "port");
    private readonly StillClock _clock = new();

    [Fact]
    public void Who_comes_at_the_instant_named_is_let_in_and_not_a_tick_before()
    {
        var limits = new Limits(new LimitsOptions { PersonBurst = 2, PersonPerMinute = 7 }, _clock);
        Assert.Null(limits.Take(Person("ana"), Port));
        Assert.Null(limits.Take(Person("ana"), Port));

        var reached = limits.Take(Person("ana"), Port);

        Assert.Equal(LimitOf.Person, reached!.Of);
        Assert.Null(limits.Take(Person("ben"), Port));
        _clock.Now = reached.AgainUtc - TimeSpan.FromMilliseconds(1);
        Assert.NotNull(limits.Take(Person("ana"), Port));
        _clock.Now = reached.AgainUtc;
        Assert.Null(limits.Take(Person("ana"), Port));
    }

    [Fact]
    public void A_channel_has_a_limit_of_its_own_and_a_refusal_costs_nobody_anything()
    {
        var limits = new Limits(new LimitsOptions { PersonBurst = 1, ChannelBurst = 1, ChannelPerMinute = 1 }, _clock);
        Assert.Null(limits.Take(Person("ana"), Port));

        Assert.Equal(LimitOf.Channel, limits.Take(Person("ben"), Port)!.Of);
        Assert.Null(limits.Take(Person("ben"), Port with { Channel = "museum" }));
    }

    [Fact]
    public void A_clock_set_back_gives_nothing_away()
    {
        var limits = new Limits(new LimitsOptions { PersonBurst = 1, PersonPerMinute = 1 }, _clock);
        Assert.Null(limits.Take(Person("ana"), Port));
        _clock.Now -= TimeSpan.FromHours(1);
        Assert.NotNull(limits.Take(Person("ana"), Port));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null(limits.Take(Person("ana"), Port));
    }

    [Fact]
    public void Never_more_than_the_burst_and_what_has_come_back_since() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 40)).ToArbitrary(), pauses =>
        {
            var clock = new StillClock();
            var limits = new Limits(new LimitsOptions { PersonBurst = 3, PersonPerMinute = 6 }, clock);
            var (start, taken) = (clock.Now, 0);
            return pauses.All(seconds =>
            {
                clock.Now += TimeSpan.FromSeconds(seconds);
                if (limits.Take(Person("ana"), Port) is null) taken++;
                return taken <= 3 + ((clock.Now - start).TotalMinutes * 6) + 1e-6;
            });
        }).QuickCheckThrowOnFailure();

    private static ChatPerson Person(string id) => new("test", id, id);
}
