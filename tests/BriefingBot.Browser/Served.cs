using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Browser;

/// <summary>The program itself, in a process of its own over a data folder of its own, so that it can be killed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-browser-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    public string Address => $"http://127.0.0.1:{_port}";

    public static async Task<Served> StartAsync()
    {
        var served = new Served();
        await File.WriteAllTextAsync(Path.Combine(served._folder, "port.json"), $$"""{ "Web": { "Url": "{{served.Address}}" } }""");
        await served.RunAsync();
        return served;
    }

    /// <summary>Starts the program and waits until it greets.</summary>
    public async Task RunAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), "serve", "--data", Path.Combine(_folder, "data"), "--config", Path.Combine(_folder, "port.json")])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        Assert.StartsWith("BriefingBot is at ", line, StringComparison.Ordinal);
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>As kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
