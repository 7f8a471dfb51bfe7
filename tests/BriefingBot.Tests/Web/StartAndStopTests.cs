using System.Net;
using System.Net.Sockets;
using BriefingBot.Cli;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web;

public sealed class StartAndStopTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-").FullName;

    [Fact]
    public async Task Told_to_stop_it_ends_with_nothing_wrong_and_gives_its_port_free()
    {
        await using var page = await ServedPage.StartAsync(_folder);

        Assert.Equal(0, await page.StopAsync());
        using var listener = new TcpListener(IPAddress.Loopback, page.Address.Port);
        listener.Start();
        new LibraryCatalog(_folder, new StillClock()).Remove("default");
    }

    [Fact]
    public async Task The_command_line_ends_with_nothing_wrong_too()
    {
        var config = Path.Combine(_folder, "free-port.json");
        await File.WriteAllTextAsync(config, """{ "Web": { "Url": "http://127.0.0.1:0" } }""", TestContext.Current.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var output = new PrintedLines(_ => greeted.TrySetResult());
        await using var error = new StringWriter();
        using var terminal = new Terminal(output, error, () => Stream.Null);

        var run = new CommandLine(terminal, new StillClock()).RunAsync(["serve", "--data", Path.Combine(_folder, "data"), "--config", config], stop.Token);
        await await Task.WhenAny(greeted.Task, run);
        await stop.CancelAsync();

        Assert.Equal(0, await run);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task A_port_in_use_is_a_sentence_that_names_the_option()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var fault = await Assert.ThrowsAsync<IOException>(() => RunAsync($"http://127.0.0.1:{port}"));

        Assert.Equal($"Web:Url is http://127.0.0.1:{port}, and something else already listens on port {port}; stop it, or choose another port with Web:Url", fault.Message);
    }

    [Fact]
    public async Task An_address_that_other_machines_reach_is_refused_before_anything_is_made()
    {
        var folder = Path.Combine(_folder, "data");

        await Assert.ThrowsAsync<UsageException>(() => LocalWeb.RunAsync(
            ServedPage.SettingsFor(folder, "http://0.0.0.0:5080"), TextWriter.Null, new StillClock(), TestContext.Current.CancellationToken));

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_library_that_is_not_there_is_not_made_by_serving_it() =>
        await Assert.ThrowsAsync<LibraryNotFoundException>(() => LocalWeb.RunAsync(
            ServedPage.SettingsFor(_folder, "http://127.0.0.1:0", "lighthouse"), TextWriter.Null, new StillClock(), TestContext.Current.CancellationToken));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<int> RunAsync(string url) =>
        LocalWeb.RunAsync(ServedPage.SettingsFor(_folder, url), TextWriter.Null, new StillClock(), TestContext.Current.CancellationToken);
}
