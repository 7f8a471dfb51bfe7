using System.Text.Json;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Web.Channel;

/// <summary>The conversations of the page: written down, read back, and told to every page that looks on.</summary>
internal sealed class ExchangeDesk(ExchangeStore store, LocalFeed feed, LocalChannels channels, LocalDigests digests)
{
    private const int Shown = 80;

    public ConversationDocument Conversation(ChannelKey channel) => new([.. store.Last(channel, Shown).Select(Document)]);

    /// <summary>What a person said; null where the same request was taken before.</summary>
    public Exchange? Begin(ChannelKey channel, string requestId, string asked, string? parent)
    {
        var (exchange, isNew) = store.Begin(channel, requestId, LocalPlace.Person.Id, asked, parent is null ? null : store.Find(channel, parent) is { } known ? known.Parent ?? known.Id : null);
        if (!isNew) return null;
        feed.Working(exchange.Id, null);
        feed.Tell(channel, new FeedEvent(Document(exchange), null));
        return exchange;
    }

    public Exchange? Find(ChannelKey channel, string id) => store.Find(channel, id);

    public Exchange? FindByKey(ChannelKey channel, PostKey key, DateTimeOffset since) => store.FindByKey(channel, key.Value, since);

    public Exchange Post(ChannelKey channel, PostKey key, ChatReply reply)
    {
        var exchange = store.Post(channel, key.Value, Json(ReplyDocument.Stored(reply)), reply.Private);
        feed.Tell(channel, new FeedEvent(Document(exchange), null));
        return exchange;
    }

    public void Progress(ChannelKey channel, string id, ChatReply reply)
    {
        feed.Working(id, ReplyDocument.Live(reply));
        if (store.Find(channel, id) is { } exchange) feed.Tell(channel, new FeedEvent(Document(exchange with { Reply = null }), null));
    }

    /// <summary>The reply, in the place of what stood there.</summary>
    /// <exception cref="ChatException">There is no such message.</exception>
    public void Reply(ChannelKey channel, string id, ChatReply reply)
    {
        if (!store.Reply(channel, id, Json(ReplyDocument.Stored(reply)), reply.Private)) throw new ChatException("There is no such message in this channel.");
        feed.Ended(id);
        var document = Document(store.Find(channel, id)!);
        feed.Tell(channel, new FeedEvent(document with { Reply = ReplyDocument.Live(reply) }, null));
    }

    public void Note(ChannelKey channel, string messageId, ChatReply reply) =>
        feed.Tell(channel, new FeedEvent(null, new NoteDocument(messageId, ReplyDocument.Live(reply))));

    /// <summary>Takes up an exchange of an earlier run; null where there is none, or it was taken up before.</summary>
    public Exchange? Resume(ChannelKey channel, string requestId)
    {
        if (store.FindByRequest(LocalPlace.Platform, requestId) is not { Reply: null } exchange || exchange.Channel != channel || !store.Resume(exchange.Id)) return null;
        feed.Working(exchange.Id, null);
        return exchange;
    }

    private ExchangeDocument Document(Exchange exchange)
    {
        var working = feed.IsWorking(exchange.Id, out var progress);
        var reply = exchange.Reply is { } stored && !working ? JsonSerializer.Deserialize(stored, WebJson.Default.ReplyDocument) : progress;
        reply = digests.Filled(exchange.Channel, reply);
        var answer = reply is { IsAnswer: true, AnswerId: { } id } ? channels.Answer(exchange.Channel, id) : null;
        var state = working ? "working" : exchange.Reply is null ? "interrupted" : "answered";
        return new ExchangeDocument(exchange.Id, exchange.Parent, exchange.Asked, exchange.MadeUtc, state, reply, answer);
    }

    private static string Json(ReplyDocument reply) => JsonSerializer.Serialize(reply, WebJson.Default.ReplyDocument);
}
