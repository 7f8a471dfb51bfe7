using BriefingBot.Core.Chat;
using BriefingBot.Tests.Ingestion.Fetching;

namespace BriefingBot.Tests.Commands;

/// <summary>Links from the channel: by the command, bare in a mention, and on a message.</summary>
public sealed class LibraryLinkTests : IAsyncLifetime
{
    private const string Story = "The tugs of Port Varran lay idle all week, the harbour master said on Friday. Nobody in the port authority could say when they would sail again, and the crews went home.";
    private readonly HostileServer server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_link_gets_a_receipt_with_title_publisher_date_and_how_it_was_found()
    {
        await using var desk = await OpenAsync();
        server.Page("/tugs", Article("Tugs idle", "Varran Courier"));

        var responder = desk.As("eve").Managing().Send("library add", ("link", server.Link("/tugs")));

        var text = (await responder.Reply).Text();
        Assert.Matches(@"^Added Tugs idle · Varran Courier · 6 Mar 2031 \(from [^)]+\) · \d+ passages? · .*", text);
        Assert.Contains("Reading http://127.0.0.1", (await responder.FirstProgress).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_link_in_a_mention_adds_it_for_a_contributor_and_asks_nothing()
    {
        await using var desk = await OpenAsync();
        server.Page("/tugs", Article("Tugs idle", "Varran Courier"));

        var refused = (await desk.As("ana").Say($"<{server.Link("/tugs")}>").Reply).Text();
        Assert.Empty(server.Asked);
        var added = (await desk.As("eve").Managing().Say($"<{server.Link("/tugs")}>").Reply).Text();

        Assert.StartsWith("Unchanged: Tugs idle", (await desk.As("eve").Managing().Ask(server.Link("/tugs"))).Text(), StringComparison.Ordinal);
        Assert.Contains("Only a contributor", refused, StringComparison.Ordinal);
        Assert.StartsWith("Added Tugs idle", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_with_a_link_in_it_is_a_question()
    {
        await using var desk = await OpenAsync();

        var reply = await desk.As("eve").Managing().Say($"Who called the walkout unlawful, as {server.Link("/tugs")} says?").Reply;

        Assert.NotNull(reply.AnswerId);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task On_a_message_its_links_are_added_each_once_and_each_with_its_own_outcome()
    {
        await using var desk = await OpenAsync();
        server.Page("/tugs", Article("Tugs idle", "Varran Courier")).Page("/copy", Article("Tugs lie idle", "Delta Post"))
            .Page("/wall", "<html><head><title>Courier</title></head><body><p>Subscribe to continue reading.</p></body></html>");
        var text = $"Look: {server.Link("/tugs")}, {server.Link("/tugs")}#now and ({server.Link("/copy")}); also {server.Link("/wall")} and http://10.0.0.1/secret";

        var reply = (await desk.As("eve").Managing().Send("library add", ("message-text", text)).Reply).Text();

        Assert.Equal(4, reply.Trim().Split('\n').Length);
        Assert.Contains("a copy of Tugs idle · Varran Courier", reply, StringComparison.Ordinal);
        Assert.Matches(@"Not added: http://127\.0\.0\.1:\d+/wall: .*paywall.*; nothing was stored\.", reply);
        Assert.Contains("Not added: http://10.0.0.1/secret", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("library add", "link", "ftp://courier.example/a", "only http and https")]
    [InlineData("library add", "link", "tugs", "is no link")]
    [InlineData("library add", "message-text", "nothing here", "neither a file nor a link")]
    [InlineData("library add", "link", "https://desk:secret@courier.example/a", "name or password")]
    public async Task What_cannot_be_added_is_said(string command, string option, string value, string says)
    {
        await using var desk = await OpenAsync();

        Assert.Contains(says, (await desk.As("eve").Managing().Send(command, (option, value)).Reply).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_ten_links_are_not_all_taken_and_who_adds_too_much_waits()
    {
        await using var desk = await OpenAsync(("Limits:PersonBurst", "3"));
        for (var i = 0; i < 12; i++) server.Page($"/{i}", "<html><head><title>Courier</title></head><body></body></html>");
        var all = string.Join(' ', Enumerable.Range(0, 12).Select(i => server.Link($"/{i}")));

        var reply = (await desk.As("eve").Managing().Send("library add", ("message-text", all)).Reply).Text();

        Assert.Equal(2, reply.Split("at most 10 are taken at once").Length - 1);
        Assert.Equal(7, reply.Split("much was added in a short time").Length - 1);
        Assert.Equal(3, server.Asked.Count);
        Assert.Contains("Ask again from", (await desk.As("eve").Managing().Send("library add", ("link", server.Link("/1"))).Reply).Text(), StringComparison.Ordinal);
    }

    private static Task<Desk> OpenAsync(params (string Key, string Value)[] settings) =>
        Desk.WithStrikeAsync([("Fetching:AllowLoopback", "true"), ("Fetching:HostDelay", "00:00:00"), .. settings]);

    private static string Article(string title, string publisher) =>
        $"<html><head><title>{title}</title><meta property=\"og:site_name\" content=\"{publisher}\"><meta property=\"article:published_time\" content=\"2031-03-06T08:00:00Z\"></head><body><article><h1>{title}</h1><p>{Story}</p><p>{Story.Replace("Friday", "Sunday", StringComparison.Ordinal)}</p></article></body></html>";
}
