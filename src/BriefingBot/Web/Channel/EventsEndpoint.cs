using System.Text.Json;
using BriefingBot.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Web.Channel;

/// <summary>
/// What happens in a channel, as it happens: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). A page that opens the
/// stream loads the conversation afterwards, so nothing falls between the two.
/// </summary>
internal sealed class EventsEndpoint(ChannelEndpoints channels, LocalFeed feed, SignInGate gate, IHostApplicationLifetime lifetime)
{
    private static readonly byte[] Opening = ": open\nretry: 1000\n\n"u8.ToArray();
    private static readonly byte[] ExchangeLine = "event: exchange\ndata: "u8.ToArray();
    private static readonly byte[] NoteLine = "event: note\ndata: "u8.ToArray();
    private static readonly byte[] GoneLine = "event: gone\ndata: "u8.ToArray();
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
        var visitor = context.Visitor();
        using var subscription = feed.Subscribe(channel, visitor.Id);
        try
        {
            await WriteAsync(context.Response.Body, subscription, visitor, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page was closed, or the program stops.
        }
    }

    private async Task WriteAsync(Stream body, LocalFeed.Subscription subscription, Visitor visitor, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Opening, cancellationToken);
        await body.FlushAsync(cancellationToken);
        await foreach (var happened in subscription.Events.ReadAllAsync(cancellationToken))
        {
            // Nothing more for a session that was ended meanwhile.
            if (!gate.IsStillIn(visitor)) return;
            var (line, data) = Told(happened);
            await body.WriteAsync(line, cancellationToken);
            await body.WriteAsync(data, cancellationToken);
            await body.WriteAsync(End, cancellationToken);
            await body.FlushAsync(cancellationToken);
        }
    }

    // JSON holds no line break outside its strings, and none inside them.
    private static (byte[] Line, byte[] Data) Told(FeedEvent happened) => happened switch
    {
        { Exchange: { } exchange } => (ExchangeLine, JsonSerializer.SerializeToUtf8Bytes(exchange, WebJson.Default.ExchangeDocument)),
        { Note: { } note } => (NoteLine, JsonSerializer.SerializeToUtf8Bytes(note, WebJson.Default.NoteDocument)),
        _ => (GoneLine, JsonSerializer.SerializeToUtf8Bytes(new GoneDocument(happened.Gone!), WebJson.Default.GoneDocument)),
    };
}
