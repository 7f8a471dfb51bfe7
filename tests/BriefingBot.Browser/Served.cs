using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.Browser;

/// <summary>The program itself, in a process of its own over a data folder of its own, so that it can be killed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-browser-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    public string Address => $"http://127.0.0.1:{_port}";

    private string Settings => Path.Combine(_folder, "settings.json");

    /// <param name="settings">Sections of settings; the page's address is added.</param>
    public static async Task<Served> StartAsync(object? settings = null)
    {
        var served = new Served();
        var all = (JsonObject)JsonSerializer.SerializeToNode(settings ?? new { })!;
        ((JsonObject)(all["Web"] ??= new JsonObject()))["Url"] = served.Address;
        await File.WriteAllTextAsync(served.Settings, all.ToJsonString());
        await served.RunAsync();
        return served;
    }

    /// <summary>Starts the program and waits until it greets.</summary>
    public async Task RunAsync()
    {
        _process = Start("serve");
        using var patience = new CancellationTokenSource(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        Assert.StartsWith("BriefingBot is at ", line, StringComparison.Ordinal);
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Runs a verb over the same folder, beside the program; what it printed.</summary>
    public async Task<string> VerbAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal("", await error);
        return await output;
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

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), .. arguments, "--data", Path.Combine(_folder, "data"), "--config", Settings])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
