using BriefingBot.Tests.Ingestion.Fetching;

namespace BriefingBot.Tests.Cli;

public sealed class AddLinkTests : IAsyncLifetime
{
    private const string Page =
        "<html><head><title>Cranes idle in Port Varran</title></head><body><article><h1>Cranes idle in Port Varran</h1>"
        + "<p>The cranes of Port Varran stood still on Monday after the harbour master closed both quays to large ships.</p>"
        + "<p>Nobody on the quay could say how long the closure would last, and three ferries turned back before noon.</p></article></body></html>";

    private readonly Shell shell = new();
    private readonly HostileServer server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        shell.Dispose();
    }

    [Fact]
    public async Task A_link_is_added_with_a_receipt()
    {
        server.Page("/cranes", Page);
        var config = shell.Write("test.json", """{ "Fetching": { "AllowLoopback": true, "HostDelay": "00:00:00" } }""");

        var ran = await shell.RunAsync("add", server.Link("/cranes"), "--json", "--config", config);

        var receipt = Assert.Single(ran.Json.GetProperty("receipts").EnumerateArray());
        Assert.Equal((0, "added", "Cranes idle in Port Varran"), (ran.Code, receipt.GetProperty("outcome").GetString(), receipt.GetProperty("title").GetString()));
        Assert.Equal(server.Link("/cranes"), receipt.GetProperty("origin").GetString());
    }

    [Fact]
    public async Task This_machine_is_not_asked_without_the_option_and_the_rest_is_added()
    {
        server.Page("/cranes", Page);
        var file = shell.Write("a.txt", "The cranes of Port Varran stood still on Monday. Nobody said why.");

        var ran = await shell.RunAsync("add", server.Link("/cranes"), "ftp://courier.example/a", file, "--json");

        var outcomes = ran.Json.GetProperty("receipts").EnumerateArray().Select(r => r.GetProperty("outcome").GetString());
        Assert.Equal(3, ran.Code);
        Assert.Equal("failed failed added", string.Join(" ", outcomes));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_slip_in_the_section_is_named()
    {
        var config = shell.Write("test.json", """{ "Fetching": { "AlowLoopback": true } }""");

        var ran = await shell.RunAsync("add", server.Link("/cranes"), "--config", config);

        Assert.Equal(2, ran.Code);
        Assert.Contains("Fetching:AlowLoopback", ran.Error, StringComparison.Ordinal);
    }
}
