using BriefingBot.Core.Briefing;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.Channel;
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
    /// <summary>Built, not started. The library and the bot's file stay the caller's to close.</summary>
    public static WebApplication Build(ServeSettings settings, WebAddress address, LibraryFile library, BotFile bot, TimeProvider time)
    {
        // Empty: no ASPNETCORE_URLS, no files of the working folder, nothing that was not asked for.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "briefingbot", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A start that fails is told as a sentence; its stack would bury it.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AskEndpoint.LargestBody;
            kestrel.Limits.MaxConcurrentConnections = 256;
            kestrel.Listen(address.Host, address.Port);
        });
        builder.Services.AddSingleton(bot);
        AddServices(builder.Services, settings, library, time);
        var app = builder.Build();
        app.Use(SecurityHeaders.Add);
        app.UseMiddleware<FaultSentences>();
        app.Use(OwnOrigin.Check);
        app.Use(PageAssets.Serve);
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
        services.AddHostedService(provider => new FeedService(provider.GetRequiredService<FeedPoller>(), library, time, provider.GetRequiredService<ILogger<FeedService>>()));
        services.AddHostedService(provider => new IndexMaintenanceService(provider.GetRequiredService<LibraryShelf>(), time, provider.GetRequiredService<ILogger<IndexMaintenanceService>>()));
        services.AddSingleton<QuestionGate>();
        services.AddSingleton(provider => new AskEndpoint(library, provider.GetRequiredService<Briefer>(), provider.GetRequiredService<QuestionGate>()));
        services.AddSingleton<AnswerEndpoints>();
        services.AddLocalChannel();
        services.AddSingleton(provider => new LibraryEndpoint(library, provider.GetRequiredService<ILogger<LibraryEndpoint>>()));
    }

    private static void Map(WebApplication app)
    {
        var answers = app.Services.GetRequiredService<AnswerEndpoints>();
        var served = app.Services.GetRequiredService<LibraryEndpoint>();
        app.MapPost("/api/ask", (RequestDelegate)app.Services.GetRequiredService<AskEndpoint>().AskAsync);
        app.MapGet("/api/answers/{id}", (RequestDelegate)answers.AnswerAsync);
        app.MapGet("/api/answers/{id}/citations/{n}", (RequestDelegate)answers.SourceAsync);
        app.MapGet("/api/library", (RequestDelegate)served.DescribeAsync);
        app.MapLocalChannel();
        app.MapGet("/healthz", (RequestDelegate)served.HealthAsync);
    }

    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
