using System.Text.Json;
using BriefingBot.Core.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Web.Channel;

/// <summary>
/// What happens in a channel, as it happens: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). A page that opens the
/// stream loads the conversation afterwards, so nothing falls between the two.
/// </summary>
internal sealed class EventsEndpoint(ChannelEndpoints channels, LocalFeed feed, IHostApplicationLifetime lifetime)
{
    private static readonly byte[] Opening = ": open\nretry: 1000\n\n"u8.ToArray();
    private static readonly byte[] ExchangeLine = "event: exchange\ndata: "u8.ToArray();
    private static readonly byte[] NoteLine = "event: note\ndata: "u8.ToArray();
    private static readonly byte[] End = "\n\n"u8.ToArray();

    public async Task StreamAsync(HttpContext context)
    {
        if (channels.Channel(context) is not { } channel)
        {
            await ChannelEndpoints.NoChannel(context);
            return;
        }

        context.Response.ContentType = "text/event-stream";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var subscription = feed.Subscribe(channel);
        try
        {
            await WriteAsync(context.Response.Body, subscription, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page was closed, or the program stops.
        }
    }

    private static async Task WriteAsync(Stream body, LocalFeed.Subscription subscription, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Opening, cancellationToken);
        await body.FlushAsync(cancellationToken);
        await foreach (var happened in subscription.Events.ReadAllAsync(cancellationToken))
        {
            // JSON holds no line break outside its strings, and none inside them.
            await body.WriteAsync(happened.Note is null ? ExchangeLine : NoteLine, cancellationToken);
            await body.WriteAsync(
                happened.Note is { } note
                    ? JsonSerializer.SerializeToUtf8Bytes(note, WebJson.Default.NoteDocument)
                    : JsonSerializer.SerializeToUtf8Bytes(happened.Exchange!, WebJson.Default.ExchangeDocument),
                cancellationToken);
            await body.WriteAsync(End, cancellationToken);
            await body.FlushAsync(cancellationToken);
        }
    }
}
