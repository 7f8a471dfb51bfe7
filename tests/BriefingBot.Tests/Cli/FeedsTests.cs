using BriefingBot.Cli;
using BriefingBot.Tests.Ingestion.Fetching;

namespace BriefingBot.Tests.Cli;

public sealed class FeedsTests : IAsyncLifetime
{
    private readonly Shell shell = new();
    private readonly HostileServer server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        shell.Dispose();
    }

    [Fact]
    public async Task A_feed_is_followed_polled_listed_and_left()
    {
        var text = string.Concat(Enumerable.Repeat("The cranes of the harbour stood still again and nobody could say for how long. ", 20));
        server.On("/feed", "200 OK", "", $"<rss><channel><title>Courier</title><item><title>Cranes idle in Port Varran</title><guid>x</guid><description>{text}</description></item></channel></rss>");
        var config = shell.Write("test.json", """{ "Fetching": { "AllowLoopback": true, "HostDelay": "00:00:00" } }""");

        Assert.Equal(0, (await shell.RunAsync("feeds", "add", server.Link("/feed"), "--config", config)).Code);
        var polled = await shell.RunAsync("feeds", "poll", "--json", "--config", config);
        var listed = (await shell.RunAsync("feeds", "list", "--json")).Json.GetProperty("feeds")[0];
        var removed = await shell.RunAsync("feeds", "remove", "1", "--json");

        Assert.Equal((0, 1), (polled.Code, polled.Json.GetProperty("polls")[0].GetProperty("new").GetInt32()));
        Assert.Equal("added", polled.Json.GetProperty("polls")[0].GetProperty("receipts")[0].GetProperty("outcome").GetString());
        Assert.Equal(("Courier", 1, 0), (listed.GetProperty("title").GetString(), listed.GetProperty("items").GetInt32(), listed.GetProperty("failures").GetInt32()));
        Assert.Equal(0, removed.Json.GetProperty("feeds").GetArrayLength());
    }

    [Fact]
    public async Task A_poll_that_is_interrupted_sums_up_and_the_next_one_goes_on_with_the_rest()
    {
        using var stop = new CancellationTokenSource();
        var text = string.Concat(Enumerable.Repeat("The cranes of the harbour stood still again and nobody could say for how long. ", 20));
        var hung = new TaskCompletionSource();
        server.On("/feed", "200 OK", "", $"<rss><channel><title>Courier</title><item><title>Tugs idle</title><link>/tugs</link></item><item><title>Cranes idle</title><guid>x</guid><description>{text}</description></item></channel></rss>")
            .On("/tugs", (_, _, token) =>
            {
                hung.TrySetResult();
                return Task.Delay(Timeout.Infinite, token);
            });
        var config = shell.Write("test.json", """{ "Fetching": { "AllowLoopback": true, "HostDelay": "00:00:00" } }""");
        await shell.RunAsync("feeds", "add", server.Link("/feed"), "--config", config);
        var output = new StringWriter();
        using var terminal = new Terminal(output, TextWriter.Null, () => Stream.Null);
        var polling = new CommandLine(terminal, shell.Time).RunAsync(["feeds", "poll", "--config", config, "--data", shell.DataDirectory], stop.Token);
        // The older item stands last in the feed and is taken in first.
        await hung.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var code = await polling;
        server.Page("/tugs", $"<html><head><title>Tugs idle</title></head><body><article><h1>Tugs idle</h1><p>{text.Replace("cranes", "tugs", StringComparison.Ordinal)}</p></article></body></html>");

        var next = await shell.RunAsync("feeds", "poll", "--config", config);

        Assert.Equal(130, code);
        Assert.Contains("1 item: 1 added", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, next.Code);
        Assert.Contains("Added Tugs idle", next.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Cranes idle", next.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_is_imported_once()
    {
        var list = shell.Write("feeds.opml", "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"https://a.example/f\"/><outline text=\"B\" xmlUrl=\"ftp://b.example/f\"/></body></opml>");

        Assert.Equal(3, (await shell.RunAsync("feeds", "import", list)).Code);
        var again = await shell.RunAsync("feeds", "import", list);

        Assert.Contains("0 new feeds; 1 followed already, 1 without", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "not a link", 2)]
    [InlineData("import", "nowhere.opml", 2)]
    public async Task What_cannot_be_followed_is_said(string verb, string what, int code) => Assert.Equal(code, (await shell.RunAsync("feeds", verb, what)).Code);
}
