using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FakeDiscord;

/// <summary>A Discord on loopback: its gateway, its REST API, and the people in it.</summary>
internal sealed class FakeDiscordServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeDiscordServer(FakeOptions options)
    {
        Faults = new Faults(options.Seed);
        World = new World(options);
        Gateway = new Gateway(World, Faults);
        Limits = new RateLimits(options);
        var endpoints = new Endpoints(World, Gateway);
        People = new People(World, Gateway, endpoints);
        _app = Build(options, new RestApi(World, Faults, Limits, endpoints));
    }

    public World World { get; }
    public Gateway Gateway { get; }
    public Faults Faults { get; }
    public RateLimits Limits { get; }
    public People People { get; }
    public string ApiBaseUrl => $"http://127.0.0.1:{World.Options.Port}/api/v10";

    public static async Task<FakeDiscordServer> StartAsync(FakeOptions options)
    {
        var server = new FakeDiscordServer(options.Port == 0 ? options with { Port = FreePort() } : options);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Returns once something is so; fails after a while.</summary>
    public Task UntilAsync(Func<World, bool> so, int seconds = 30) => World.UntilAsync(() => so(World), TimeSpan.FromSeconds(seconds));

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Gateway.DropAll();
        await _app.DisposeAsync();
    }

    private WebApplication Build(FakeOptions options, RestApi rest)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(options.Port);
            kestrel.Limits.MaxRequestBodySize = 26 * 1024 * 1024;
        });
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(context => context.Request.Path.Value switch
        {
            "/gateway" or "/gateway/" or "/resume" or "/resume/" => Gateway.HandleAsync(context),
            { } path when path.StartsWith("/api/v10/", StringComparison.Ordinal) => rest.HandleAsync(context),
            { } path when path.StartsWith("/files/", StringComparison.Ordinal) => FileAsync(context, path),
            _ => Page.HandleAsync(context, this),
        });
        return app;
    }

    private async Task FileAsync(HttpContext context, string path)
    {
        if (ulong.TryParse(path.Split('/')[2], out var id) && World.Uploads.TryGetValue(id, out var file))
        {
            await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
            return;
        }

        context.Response.StatusCode = 404;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}
