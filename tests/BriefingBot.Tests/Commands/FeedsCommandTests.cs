using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Feeds;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Tests.Ingestion.Fetching;

namespace BriefingBot.Tests.Commands;

public sealed class FeedsCommandTests : IAsyncLifetime
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("The tugs of Port Varran lay idle again and nobody on the quay could say for how long they would. ", 12));
    private readonly HostileServer server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_feed_is_followed_listed_paused_read_and_left()
    {
        await using var desk = await OpenAsync();
        server.On("/feed", "200 OK", "", Rss("Tugs idle"));
        var editor = desk.As("eve").Managing();

        var followed = (await editor.Send("feeds add", ("link", server.Link("/feed"))).Reply).Text();
        var again = (await editor.Send("feeds add", ("link", server.Link("/feed"))).Reply).Text();
        var listed = (await desk.As("ana").Send("feeds list").Reply).Text();
        var suggested = Assert.Single(await editor.Type("feeds pause", "feed", "cour").Choices);
        var paused = (await editor.Send("feeds pause", ("feed", suggested.Value)).Reply).Text();
        var resumed = (await editor.Send("feeds pause", ("feed", "1"), ("resume", "true")).Reply).Text();
        server.On("/feed", "200 OK", "", Rss("Tugs sail"));
        var polled = (await editor.Send("feeds poll", ("feed", server.Link("/feed"))).Reply).Text();
        var left = (await editor.Send("feeds remove", ("feed", "1")).Reply).Text();

        Assert.Contains("Following Courier, number 1.", followed, StringComparison.Ordinal);
        Assert.Contains("Added Tugs idle", followed, StringComparison.Ordinal);
        Assert.Contains("followed already", again, StringComparison.Ordinal);
        Assert.Matches(@"1 Courier · 1 item · last success \d+ \w+ 2031 \d\d:\d\d UTC · next \d+ \w+ 2031 \d\d:\d\d UTC", listed);
        Assert.Contains("is paused", paused, StringComparison.Ordinal);
        Assert.Contains("is read again", resumed, StringComparison.Ordinal);
        Assert.Contains("1 new item", polled, StringComparison.Ordinal);
        Assert.Contains("Added Tugs sail", polled, StringComparison.Ordinal);
        Assert.Contains("followed no longer", left, StringComparison.Ordinal);
        Assert.Contains("follows no feeds", (await editor.Send("feeds list").Reply).Text(), StringComparison.Ordinal);
        Assert.Contains("6 documents", (await editor.Send("library list").Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_no_feed_is_not_followed()
    {
        await using var desk = await OpenAsync();
        server.Page("/news", "<html><head><title>News</title></head><body><p>News of the port.</p></body></html>");
        var editor = desk.As("eve").Managing();

        Assert.Contains("Not followed:", (await editor.Send("feeds add", ("link", server.Link("/news"))).Reply).Text(), StringComparison.Ordinal);

        Assert.Contains("follows no feeds", (await editor.Send("feeds list").Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_fails_is_followed_and_says_why_in_the_list()
    {
        await using var desk = await OpenAsync();
        server.On("/feed", "500 Oops");
        var editor = desk.As("eve").Managing();

        await editor.Send("feeds add", ("link", server.Link("/feed"))).Reply;

        Assert.Contains("never read yet · 1 failure since: The host of", (await editor.Send("feeds list").Reply).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeds add", "contributor")]
    [InlineData("feeds poll", "contributor")]
    [InlineData("feeds pause", "editor")]
    [InlineData("feeds remove", "editor")]
    public async Task A_reader_changes_no_feeds(string command, string needed)
    {
        await using var desk = await OpenAsync();

        var reply = (await desk.As("ana").Send(command, ("link", server.Link("/feed")), ("feed", "1")).Reply).Text();

        Assert.Contains($"Only a{(needed is "editor" ? "n editor" : " contributor")}", reply, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("feeds remove")]
    [InlineData("feeds pause")]
    [InlineData("feeds poll")]
    public async Task An_unknown_feed_is_said(string command)
    {
        await using var desk = await OpenAsync();

        Assert.Contains("follows no feed “7”", (await desk.As("eve").Managing().Send(command, ("feed", "7")).Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_death_of_a_feed_is_told_once_in_every_channel_of_its_library()
    {
        await using var desk = await OpenAsync();
        desk.Bindings.Bind(new ChannelKey(new WorkspaceKey(desk.Platform.Name, "guild"), "quay"), "port-desk");
        desk.Bind("other", "port", "other-desk");
        var feed = desk.Library("port-desk").Write(session => new FeedStore(session).Add("https://courier.example/feed", "Courier"));
        var deaths = new FeedDeaths(desk.Bindings, [desk.Platform]);

        await deaths.TellAsync(desk.Library("port-desk"), feed, TestContext.Current.CancellationToken);
        await deaths.TellAsync(desk.Library("port-desk"), feed, TestContext.Current.CancellationToken);

        Assert.Equal(["port", "quay"], desk.Platform.Posts.Select(post => post.Message.Place.Channel).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(desk.Platform.Posts, post => Assert.Contains("Courier has given nothing for a week", post.Reply.Text(), StringComparison.Ordinal));
        desk.Platform.Refusal = new ChatException("not now") { Transient = true };
        await Assert.ThrowsAsync<ChatException>(() => deaths.TellAsync(desk.Library("port-desk"), feed, TestContext.Current.CancellationToken));
    }

    private static Task<Desk> OpenAsync() => Desk.WithStrikeAsync(("Fetching:AllowLoopback", "true"), ("Fetching:HostDelay", "00:00:00"));

    private static string Rss(string title) =>
        $"<rss><channel><title>Courier</title><item><title>{title}</title><guid>{title}</guid><description>{title}. {Text}</description></item></channel></rss>";
}
