using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Commands;

public sealed class DigestCommandTests
{
    [Fact]
    public async Task An_editor_sets_a_digest_and_it_comes_at_its_time_into_that_channel()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var editor = desk.As("eve").Managing();

        var set = await editor.Send("digest set", ("at", "07:30"), ("zone", "Europe/Berlin"), ("days", "weekdays")).Reply;
        var schedule = Assert.Single(Schedules(desk));
        desk.Add("port-desk", "talks", "Talks resume at Port Varran", "Delta Post", "2031-03-05", "Talks about the walkout of dockers at Port Varran resumed on Wednesday. A mediator named Runa Feld leads them.");
        desk.Clock.Now = schedule.NextDueUtc;
        await Scheduler(desk).TickAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"Digest {schedule.Id}: 07:30, Europe/Berlin, Mon Tue Wed Thu Fri. Next: ", set.Text(), StringComparison.Ordinal);
        var post = Assert.Single(desk.Platform.Posts);
        Assert.Equal(editor.Place, post.Message.Place);
        Assert.Contains("5 new documents since ", post.Reply.Text(), StringComparison.Ordinal);
        Assert.Contains("Talks resume at Port Varran", post.Reply.Text(), StringComparison.Ordinal);
        Assert.Equal(1, DigestCheck.All(desk.Library("port-desk")));
    }

    [Theory]
    [InlineData("digest set")]
    [InlineData("digest pause")]
    [InlineData("digest resume")]
    [InlineData("digest remove")]
    [InlineData("digest post")]
    public async Task Only_an_editor_changes_what_a_channel_gets(string command)
    {
        await using var desk = await Desk.WithStrikeAsync();
        desk.Services.GetService<RoleStore>().Map(new WorkspaceKey("test", "guild"), "777", DeskRole.Contributor);
        var contributor = desk.As("con") with { Roles = new HashSet<string>(StringComparer.Ordinal) { "777" } };

        var reply = await contributor.Send(command, ("at", "07:30"), ("zone", "Europe/Berlin"), ("schedule", "0000000000")).Reply;

        Assert.Contains("Only an editor", reply.Text(), StringComparison.Ordinal);
        Assert.Empty(Schedules(desk));
    }

    [Theory]
    [InlineData("at", "7 in the morning", "“at” must be a time of day such as 07:30")]
    [InlineData("zone", "Varran", "“zone” must be a time zone of the IANA database")]
    [InlineData("days", "someday", "“days” names days of the week")]
    [InlineData("stories", "0", "“stories” must be a number from 1 to 25")]
    [InlineData("stories", "99999999999", "“stories” must be a number from 1 to 25")]
    [InlineData("empty", "maybe", "“empty” must be post or silent")]
    [InlineData("unsure", "perhaps", "“unsure” must be skip or repeat")]
    [InlineData("schedule", "0000000000", "no such schedule here")]
    public async Task What_cannot_be_used_is_named_with_the_remedy(string option, string value, string words)
    {
        await using var desk = await Desk.WithStrikeAsync();
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["at"] = "07:30", ["zone"] = "Europe/Berlin", [option] = value };

        var reply = await desk.As("eve").Managing().Send("digest set", [.. options.Select(o => (o.Key, o.Value))]).Reply;

        Assert.Contains(words, reply.Text(), StringComparison.Ordinal);
        Assert.Empty(Schedules(desk));
    }

    [Fact]
    public async Task A_schedule_is_listed_changed_paused_resumed_and_removed()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var editor = desk.As("eve").Managing();
        Assert.Contains("No digest is set", (await editor.Send("digest list").Reply).Text(), StringComparison.Ordinal);
        await editor.Send("digest set", ("at", "07:30"), ("zone", "Asia/Kolkata"), ("topic", "harbour")).Reply;
        var id = Assert.Single(Schedules(desk)).Id;

        await editor.Send("digest set", ("schedule", id.ToLowerInvariant()), ("at", "18:00"), ("topic", "any")).Reply;
        Assert.Contains($"{id} · 18:00, Asia/Kolkata, every day · next ", (await editor.Send("digest list").Reply).Text(), StringComparison.Ordinal);
        await editor.Send("digest pause").Reply;
        Assert.Contains("paused: paused by the desk", (await desk.As("ana").Send("status").Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("is paused", (await editor.Send("digest post").Reply).Text(), StringComparison.Ordinal);
        await editor.Send("digest resume").Reply;
        Assert.Null(Assert.Single(Schedules(desk)).PausedReason);
        Assert.Equal([id], (await editor.Type("digest remove", "schedule", "").Choices).Select(choice => choice.Value), StringComparer.Ordinal);
        await editor.Send("digest remove", ("schedule", id)).Reply;

        Assert.Empty(Schedules(desk));
    }

    [Fact]
    public async Task A_preview_is_the_askers_alone_and_posts_nothing()
    {
        await using var desk = await Desk.WithStrikeAsync();

        var preview = await desk.As("ana").Send("digest preview").Reply;

        Assert.True(preview.Private);
        Assert.Contains("Walkout empties Port Varran", preview.Text(), StringComparison.Ordinal);
        Assert.Empty(desk.Platform.Posts);
        Assert.Equal(0, DigestCheck.All(desk.Library("port-desk")));
    }

    [Fact]
    public async Task A_digest_posted_by_hand_opens_its_sources_and_is_exported_as_a_digest()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var editor = desk.As("eve").Managing();
        await editor.Ask("How many dockers stayed away?");
        desk.Clock.Now = desk.Clock.Now.AddMinutes(1);

        var digest = await editor.Send("digest post").Reply;
        var source = await desk.As("ana").Send("source", ("number", "1")).Reply;
        var html = await desk.As("ana").Send("export", ("format", "html")).Reply;
        var markdown = await desk.As("ana").Send("export", ("answer", digest.AnswerId!), ("format", "md")).Reply;

        Assert.False(digest.Private);
        Assert.Equal(digest.AnswerId, source.AnswerId);
        Assert.Equal(digest.Blocks.OfType<ClaimBlock>().First(claim => claim.Numbers.Contains(1)).Text, Assert.Single(source.Blocks.OfType<QuoteBlock>()).Quote);
        Assert.Contains("<section class=\"story\">", html.Text(), StringComparison.Ordinal);
        Assert.Contains("\n## 1 ", markdown.Text(), StringComparison.Ordinal);
        Assert.Contains("[^1]: “", markdown.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_tells_a_documents_story_and_more_lists_what_is_only_counted()
    {
        await using var desk = await Desk.WithStrikeAsync();
        var editor = desk.As("eve").Managing();
        await editor.Send("digest set", ("at", "07:30"), ("zone", "Europe/Berlin"), ("stories", "1")).Reply;

        await editor.Send("digest post").Reply;
        await Scheduler(desk).TickAsync(TestContext.Current.CancellationToken);
        var why = await desk.As("ana").Send("digest why", ("document", "wire")).Reply;
        var left = await desk.As("ana").Send("digest why", ("document", "museum")).Reply;
        var more = await desk.As("ana").Send("digest more").Reply;

        Assert.Contains("under “", why.Text(), StringComparison.Ordinal);
        Assert.Contains("The same story: courier.", why.Text(), StringComparison.Ordinal);
        Assert.Contains("1 stories ranked higher", left.Text(), StringComparison.Ordinal);
        Assert.Contains("Museum reopens", more.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Walkout", more.Text(), StringComparison.Ordinal);
        Assert.Contains("/digest more", Assert.Single(desk.Platform.Posts).Reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_workspace_over_the_same_library_learns_of_no_schedule_and_of_no_digest()
    {
        await using var desk = await Desk.WithStrikeAsync();
        desk.Bind("other", "their-port", "port-desk");
        var editor = desk.As("eve").Managing();
        await editor.Send("digest set", ("at", "07:30"), ("zone", "Europe/Berlin"), ("topic", "dockers")).Reply;
        var id = Assert.Single(Schedules(desk)).Id;
        var stranger = desk.As("sam", "other", "their-port").Managing();

        Assert.Contains("No digest is set", (await stranger.Send("digest list").Reply).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await stranger.Send("status").Reply).Text(), StringComparison.Ordinal);
        Assert.Empty(await stranger.Type("digest remove", "schedule", "").Choices);
        foreach (var command in (string[])["digest remove", "digest pause", "digest resume", "digest post", "digest preview"])
            Assert.Contains("no such schedule here", (await stranger.Send(command, ("schedule", id)).Reply).Text(), StringComparison.Ordinal);
        await editor.Send("digest post").Reply;
        Assert.Contains("in the next digest", (await stranger.Send("digest why", ("document", "courier")).Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("no digest in this channel", (await stranger.Send("digest more").Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("4 new documents", (await stranger.Send("digest preview").Reply).Text(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<DigestSchedule> Schedules(Desk desk) => desk.Library("port-desk").Read(session => new ScheduleStore(session).List());

    private static DigestScheduler Scheduler(Desk desk) => DigestsFeature.Scheduler(desk.Services, null);
}
