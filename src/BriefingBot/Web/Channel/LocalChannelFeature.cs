using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Operations;
using BriefingBot.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Web.Channel;

/// <summary>Registration and addresses of the local channel.</summary>
internal static class LocalChannelFeature
{
    public static IServiceCollection AddLocalChannel(this IServiceCollection services)
    {
        services.AddSingleton<LocalFeed>();
        services.AddSingleton<LocalChannels>();
        services.AddSingleton<LocalDigests>();
        services.AddSingleton<DigestPage>();
        services.AddSingleton<ExchangeDesk>();
        services.AddSingleton<LocalPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<LocalPlatform>());
        services.AddSingleton<ChannelEndpoints>();
        services.AddSingleton<EventsEndpoint>();
        services.AddSingleton<DocumentEndpoints>();
        services.AddSingleton(_ => new PrometheusText(QuestionMetrics.MeterName));
        return services.AddChatHost();
    }

    public static void MapLocalChannel(this WebApplication app)
    {
        var channels = app.Services.GetRequiredService<ChannelEndpoints>();
        var documents = app.Services.GetRequiredService<DocumentEndpoints>();
        app.MapGet("/api/channels", (RequestDelegate)channels.ListAsync);
        app.MapGet("/api/channels/{channel}/exchanges", (RequestDelegate)channels.ConversationAsync);
        app.MapGet("/api/channels/{channel}/events", (RequestDelegate)app.Services.GetRequiredService<EventsEndpoint>().StreamAsync);
        app.MapPost("/api/channels/{channel}/requests", (RequestDelegate)channels.RequestAsync);
        app.MapPost("/api/channels/{channel}/files", (RequestDelegate)channels.FileAsync);
        app.MapGet("/api/channels/{channel}/suggest", (RequestDelegate)channels.SuggestAsync);
        app.MapGet("/api/channels/{channel}/documents", (RequestDelegate)documents.ListAsync);
        app.MapGet("/api/channels/{channel}/documents/{id}", (RequestDelegate)documents.DocumentAsync);
        DigestPage.Map(app);
        var metrics = app.Services.GetRequiredService<PrometheusText>();
        app.MapGet("/metrics", context =>
        {
            if (!OwnOrigin.IsFromHere(context)) return Reply.Error(context, StatusCodes.Status404NotFound, "There is nothing at this address.");
            context.Response.ContentType = PrometheusText.MediaType;
            return context.Response.WriteAsync(metrics.Write(), context.RequestAborted);
        });
    }
}
