using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Digests;

/// <summary>What becomes of a schedule whose library or channel is taken from it.</summary>
public sealed class DigestPausesTests
{
    [Fact]
    public async Task A_channel_that_opens_another_library_gets_no_digest_of_the_old_one_and_is_told_once()
    {
        await using var desk = await SetAsync();
        desk.Bind("guild", "port", "other-desk");

        await TicksAsync(desk, 3);

        Assert.Contains("is paused: this channel no longer opens the library", Assert.Single(desk.Platform.Posts).Reply.Text(), StringComparison.Ordinal);
        Assert.Equal(DigestPauses.Unbound, Schedule(desk).PausedReason);
        Assert.Equal(0, DigestCheck.All(desk.Library("port-desk")));
    }

    [Fact]
    public async Task A_digest_that_is_queued_when_its_channel_is_unbound_is_not_posted()
    {
        await using var desk = await SetAsync();
        desk.Clock.Now = Schedule(desk).NextDueUtc;
        new DigestMaker(desk.Clock).MakeDue(desk.Library("port-desk"), TimeSpan.FromHours(6), TestContext.Current.CancellationToken);
        desk.Bindings.Unbind(new ChannelKey(new WorkspaceKey("test", "guild"), "port"));

        await TicksAsync(desk, 2);

        Assert.DoesNotContain("1,400", string.Concat(desk.Platform.Posts.Select(post => post.Reply.Text())), StringComparison.Ordinal);
        Assert.Single(desk.Platform.Posts);
    }

    [Fact]
    public async Task Bound_again_and_resumed_it_runs_and_is_told_again_when_it_is_lost_again()
    {
        await using var desk = await SetAsync();
        var channel = new ChannelKey(new WorkspaceKey("test", "guild"), "port");
        desk.Bindings.Unbind(channel);
        await TicksAsync(desk, 1);
        desk.Bindings.Bind(channel, "port-desk");
        await desk.As("eve").Managing().Send("digest resume").Reply;
        await TicksAsync(desk, 1);
        desk.Bindings.Unbind(channel);
        await TicksAsync(desk, 2);

        Assert.Equal(2, desk.Platform.Posts.Count);
    }

    [Fact]
    public async Task Where_the_library_is_removed_the_channel_is_told_once_and_the_schedule_is_still_named()
    {
        await using var desk = await SetAsync();
        await TicksAsync(desk, 1);
        await desk.StopAsync();
        desk.Services.GetRequiredService<LibraryShelf>().Dispose();
        await using var next = desk.Next();
        next.Services.GetRequiredService<LibraryCatalog>().Remove("port-desk");
        next.Grants.RevokeAll("port-desk");
        await next.StartAsync();

        await TicksAsync(next, 3);

        Assert.Contains("the library it was made from was removed", Assert.Single(next.Platform.Posts).Reply.Text(), StringComparison.Ordinal);
        Assert.Contains("paused: its library was removed", (await next.As("ana").Send("digest list").Reply).Text(), StringComparison.Ordinal);
        Assert.Equal(DigestPauses.Removed, Assert.Single(next.Services.GetRequiredService<ScheduledDigestStore>().List()).PausedReason);
    }

    [Fact]
    public async Task What_could_not_be_said_at_once_is_said_when_the_platform_is_back()
    {
        await using var desk = await SetAsync();
        desk.Bindings.Unbind(new ChannelKey(new WorkspaceKey("test", "guild"), "port"));
        desk.Platform.Refusal = new ChatException("the platform is down") { Transient = true };
        await TicksAsync(desk, 1);
        desk.Platform.Refusal = null;

        desk.Clock.Now = desk.Clock.Now.AddMinutes(3);
        await TicksAsync(desk, 2);

        Assert.Single(desk.Platform.Posts);
    }

    [Fact]
    public async Task A_channel_that_refuses_the_bot_pauses_the_schedule_and_status_names_it()
    {
        await using var desk = await SetAsync();
        desk.Clock.Now = Schedule(desk).NextDueUtc;
        desk.Platform.Refusal = new ChatException("Discord refused: missing access (403)");

        await TicksAsync(desk, 3);

        Assert.Empty(desk.Platform.Posts);
        Assert.Contains("paused: Discord refused: missing access (403)", (await desk.As("ana").Send("status").Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("missing access", Assert.Single(desk.Services.GetRequiredService<ScheduledDigestStore>().List()).PausedReason, StringComparison.Ordinal);
    }

    /// <summary>A desk whose channel "port" has a digest set.</summary>
    private static async Task<Desk> SetAsync()
    {
        var desk = await Desk.WithStrikeAsync();
        await desk.As("eve").Managing().Send("digest set", ("at", "07:30"), ("zone", "Europe/Berlin")).Reply;
        return desk;
    }

    private static DigestSchedule Schedule(Desk desk) => Assert.Single(desk.Library("port-desk").Read(session => new ScheduleStore(session).List()));

    private static async Task TicksAsync(Desk desk, int times)
    {
        var scheduler = DigestsFeature.Scheduler(desk.Services, null);
        for (var i = 0; i < times; i++) await scheduler.TickAsync(TestContext.Current.CancellationToken);
    }
}
