using BriefingBot.Core.Commands;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using BriefingBot.Discord;
using BriefingBot.Web.Channel;
using BriefingBot.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace BriefingBot.Web;

/// <summary>The host of the local page: Kestrel on this machine's own address, one library, a handful of addresses.</summary>
internal static class LocalServer
{
    // The longest question with every character escaped, and some room; files have a bound of their own.
    private const int LargestBody = 64 * 1024;

    /// <summary>Built, not started. The library and the bot's file stay the caller's to close.</summary>
    public static WebApplication Build(ServeSettings settings, WebAddress address, LibraryFile library, BotFile bot, TimeProvider time)
    {
        // Empty: no ASPNETCORE_URLS, no files of the working folder, nothing that was not asked for.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "briefingbot", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // How Discord is doing is what somebody who set a token looks for.
            .AddFilter(typeof(DiscordPlatform).FullName, LogLevel.Information)
            .AddFilter(typeof(LibrariesInUse).FullName, LogLevel.Information)
            // A start that fails is told as a sentence; its stack would bury it.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxConcurrentConnections = 256;
            kestrel.Listen(address.Host, address.Port);
        });
        builder.Services.AddSingleton(bot);
        AddServices(builder.Services, settings, library, time);
        settings.More?.Invoke(builder.Services);
        builder.Services.AddSignIn(address);
        var app = builder.Build();
        app.Use(SecurityHeaders.Add);
        app.UseMiddleware<FaultSentences>();
        app.Use(app.Services.GetRequiredService<OwnOrigin>().Check);
        app.Use(PageAssets.Serve);
        app.Use(app.Services.GetRequiredService<SignInGate>().Check);
        app.Use(app.Services.GetRequiredService<PageToken>().Check);
        app.UseRouting();
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeSettings settings, LibraryFile library, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddBriefingBot(settings.Configuration, settings.DataDirectory);
        services.AddDigestScheduler();
        services.AddRoutingCore();
        // Standard output is for the person; what is logged goes beside it.
        services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        // The command line already turns Ctrl-C into cancellation; a second listener would swallow the second Ctrl-C.
        services.AddSingleton<IHostLifetime, CallersLifetime>();
        services.AddFeedReader();
        services.AddHostedService<LibrariesInUse>();
        services.AddHostedService(provider => new IndexMaintenanceService(provider.GetRequiredService<LibraryShelf>(), time, provider.GetRequiredService<ILogger<IndexMaintenanceService>>()));
        services.AddSingleton<AnswerEndpoints>();
        services.AddLocalChannel();
        services.AddSingleton(provider => new HealthEndpoint(library, provider.GetRequiredService<ILogger<HealthEndpoint>>()));
    }

    private static void Map(WebApplication app)
    {
        var answers = app.Services.GetRequiredService<AnswerEndpoints>();
        app.MapGet("/api/answers/{id}", (RequestDelegate)answers.AnswerAsync);
        app.MapGet("/api/answers/{id}/memo", (RequestDelegate)answers.MemoAsync);
        app.MapGet("/api/answers/{id}/citations/{n}", (RequestDelegate)answers.SourceAsync);
        app.MapSignIn();
        app.MapLocalChannel();
        app.MapGet("/healthz", (RequestDelegate)app.Services.GetRequiredService<HealthEndpoint>().TellAsync);
    }

    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
