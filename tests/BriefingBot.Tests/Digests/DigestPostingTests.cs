using BriefingBot.Core.Briefing;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Digests;

public sealed class DigestPostingTests : IDisposable
{
    private static readonly string[] Points =
        ["due", "told apart", "composed", "stored", "queued", "moved on", "made", "before the claim", "claimed", "before the post", "posted", "being marked", "marked"];

    private readonly DigestDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_process_that_ends_at_any_point_posts_neither_twice_nor_never()
    {
        foreach (var point in Points)
        {
            var schedule = desk.Schedule();
            desk.Add("d-" + point.Replace(' ', '-'), $"{DigestDesk.Strike} The clerk called it {point}.");
            desk.Now = schedule.NextDueUtc;
            await Assert.ThrowsAsync<InvalidOperationException>(() => desk.TickAsync(at =>
            {
                if (at == point) throw new InvalidOperationException("killed");
            }));

            for (var i = 0; i < 3; i++)
            {
                desk.Now = desk.Now.AddMinutes(3);
                await desk.TickAsync();
            }

            Assert.Single(desk.Platform.Posted);
            desk.Platform.Posted.Clear();
            desk.Library.Write(session => new ScheduleStore(session).Remove(schedule.Id, desk.Now));
        }
    }

    [Theory]
    [InlineData(WhenUnsure.Skip, 1)]
    [InlineData(WhenUnsure.Repeat, 2)]
    public async Task Where_the_history_may_not_be_read_the_desk_has_chosen(WhenUnsure unsure, int messages)
    {
        var schedule = desk.Schedule(unsure: unsure);
        desk.Add("strike", DigestDesk.Strike);
        desk.Platform.Abilities = ChatAbilities.Post;
        desk.Now = schedule.NextDueUtc;
        desk.Platform.After = () => new ChatException("the connection was lost") { Transient = true };
        await desk.TickAsync();
        desk.Platform.After = () => null;
        desk.Now = desk.Now.AddMinutes(10);
        await desk.TickAsync();

        Assert.Equal(messages, desk.Platform.Posted.Count);
    }

    [Fact]
    public async Task A_channel_that_is_gone_pauses_the_schedule_and_says_why()
    {
        var schedule = desk.Schedule();
        desk.Add("strike", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc;
        desk.Platform.Before = () => new ChatException("the channel port-desk is gone (404)");
        await desk.TickAsync();

        Assert.Equal("the channel port-desk is gone (404)", desk.Find(schedule).PausedReason);
        Assert.Equal(desk.Now, desk.Find(schedule).PausedUtc);
    }

    [Fact]
    public async Task Two_processes_on_one_library_post_once()
    {
        var schedule = desk.Schedule();
        desk.Add("strike", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc;

        await Task.WhenAll(desk.TickAsync(), desk.TickAsync());
        await desk.TickAsync();

        Assert.Single(desk.Platform.Posted);
    }

    [Fact]
    public async Task A_clock_set_back_posts_nothing_twice()
    {
        var schedule = desk.Schedule(empty: true);
        desk.Add("strike", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc;
        await desk.TickAsync();

        desk.Now = desk.Now.AddHours(-30);
        await desk.TickAsync();
        desk.Now = schedule.NextDueUtc.AddMinutes(1);
        await desk.TickAsync();

        Assert.Single(desk.Platform.Posted);
    }

    [Fact]
    public async Task What_is_too_late_is_skipped_aloud_into_the_next()
    {
        var schedule = desk.Schedule();
        desk.Add("strike", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc.AddHours(9);
        await desk.TickAsync();
        Assert.Empty(desk.Platform.Posted);

        desk.Now = desk.Find(schedule).NextDueUtc;
        await desk.TickAsync();

        Assert.Contains("was skipped: the bot was not running", desk.Shown(0), StringComparison.Ordinal);
        Assert.Contains("1,400 dockers", desk.Shown(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_empty_day_is_told_or_passed_over_by_setting(bool told, int messages)
    {
        var schedule = desk.Schedule(empty: told);
        desk.Now = schedule.NextDueUtc;
        await desk.TickAsync();

        Assert.Equal(messages, desk.Platform.Posted.Count);
        if (told) Assert.Contains("Nothing new since ", desk.Shown(0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_stories_come_in_parts_and_each_part_names_the_digest()
    {
        for (var i = 0; i < DigestDesk.Unrelated.Length; i++) desk.Add($"d{i}", DigestDesk.Unrelated[i], title: $"Number {i}");
        var schedule = desk.Schedule();
        desk.Now = schedule.NextDueUtc;
        await desk.TickAsync();

        Assert.Equal(2, desk.Platform.Posted.Count);
        Assert.Contains("-1 1/2\n", desk.Shown(0), StringComparison.Ordinal);
        Assert.Contains("-2 2/2\n", desk.Shown(1), StringComparison.Ordinal);
        Assert.Equal(6, desk.Platform.Posted.SelectMany(p => p.Reply.Blocks.OfType<SourceBlock>()).Count());
        Assert.Contains("Next: ", desk.Shown(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sources_of_a_digest_open_under_its_id()
    {
        var schedule = desk.Schedule();
        desk.Add("strike", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc;
        await desk.TickAsync();

        var opened = Assert.IsType<SourceOutcome.Opened>(SourceReader.Open(desk.Library, desk.Platform.Posted[0].Reply.AnswerId!, 1));
        Assert.Equal("strike", opened.Citations[0].DocumentId);
    }

    [Fact]
    public async Task What_the_platform_did_not_take_in_time_is_told_by_the_next_digest()
    {
        var schedule = desk.Schedule();
        desk.Add("strike", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc;
        desk.Platform.Before = () => new ChatException("the platform is down") { Transient = true };
        await desk.TickAsync();
        for (var hour = 0; hour < 7; hour++)
        {
            desk.Now = desk.Now.AddHours(1);
            await desk.TickAsync();
        }

        desk.Platform.Before = () => null;
        desk.Now = desk.Now.AddHours(1);
        await desk.TickAsync();
        Assert.Empty(desk.Platform.Posted);
        desk.Now = desk.Find(schedule).NextDueUtc;
        await desk.TickAsync();

        Assert.Single(desk.Platform.Posted);
        Assert.Contains("was skipped: it could not be posted in time", desk.Shown(0), StringComparison.Ordinal);
        Assert.Contains("1,400 dockers", desk.Shown(0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_schedule_leaves_nothing_to_post()
    {
        var schedule = desk.Schedule();
        desk.Add("strike", DigestDesk.Strike);
        desk.Post(schedule);
        Assert.True(desk.Library.Read(session => new OutboxStore(session).IsWaiting(desk.Now)));

        desk.Library.Write(session => new ScheduleStore(session).Remove(schedule.Id, desk.Now));
        await desk.TickAsync();

        Assert.Empty(desk.Platform.Posted);
        Assert.False(desk.Library.Read(session => new OutboxStore(session).IsWaiting(desk.Now.AddYears(1))));
    }

    [Fact]
    public async Task An_update_links_to_the_post_that_told_the_story_before()
    {
        var schedule = desk.Schedule();
        desk.Add("first", DigestDesk.Strike);
        desk.Now = schedule.NextDueUtc;
        await desk.TickAsync();
        desk.Add("second", "The walkout of dockers at Port Varran entered a second day and the port authority turned four more ferries back. A mediator named Runa Feld arrived at noon.", "Lissa Wire", day: "2031-03-07");
        desk.Now = desk.Find(schedule).NextDueUtc;
        await desk.TickAsync();

        Assert.Contains("Update: ", desk.Shown(1), StringComparison.Ordinal);
        Assert.Equal(new Uri("https://chat.example/m1"), Assert.Single(desk.Platform.Posted[1].Reply.Actions.OfType<ReplyLink>()).Address);
    }
}
