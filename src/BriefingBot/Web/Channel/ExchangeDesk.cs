using System.Text.Json;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.SignIn;

namespace BriefingBot.Web.Channel;

/// <summary>The conversations of the page: written down, read back, and told to every page that looks on.</summary>
internal sealed class ExchangeDesk(ExchangeStore store, InboxLog inbox, LocalFeed feed, LocalChannels channels, LocalDigests digests)
{
    /// <summary>Exchanges a page is given at a time.</summary>
    public const int Shown = 80;

    /// <summary>The newest exchanges a person may see, or those before one of them.</summary>
    public ConversationDocument Conversation(ChannelKey channel, string personId, string? before = null)
    {
        var found = store.Last(channel, personId, Shown + 1, before);
        var shown = found.Count > Shown ? found.Skip(1).ToList() : found;
        var notes = store.Notes([.. shown.Select(exchange => exchange.Id)], personId);
        return new ConversationDocument([.. shown.Select(exchange => Document(exchange) with { Note = Read(notes.GetValueOrDefault(exchange.Id)) })], found.Count > Shown);
    }

    /// <summary>What a person said; null where the same request was taken before.</summary>
    public Exchange? Begin(ChannelKey channel, string requestId, Visitor visitor, string asked, string? parent, bool isPrivate)
    {
        var continued = parent is null ? null : store.Find(channel, parent);
        if (store.Begin(channel, requestId, visitor.Id, asked, continued?.Parent ?? continued?.Id, isPrivate || continued is { Private: true }) is not (var exchange, true)) return null;
        feed.Working(exchange.Id, null);
        Tell(channel, exchange, Document(exchange));
        return exchange;
    }

    /// <summary>An exchange that a person may see; null where there is none.</summary>
    public Exchange? Find(ChannelKey channel, string id, string personId) => store.Find(channel, id) is { } exchange && (!exchange.Private || exchange.PersonId == personId) ? exchange : null;

    public Exchange? FindByKey(ChannelKey channel, PostKey key, DateTimeOffset since) => store.FindByKey(channel, key.Value, since);

    public Exchange Post(ChannelKey channel, PostKey key, ChatReply reply)
    {
        // What is said about a question that was cut off stands where it was asked.
        if (Retried(reply) is { } id && inbox.Find(id) is { } question && store.FindByRequest(LocalPlace.Platform, question.RequestId) is { } asked && asked.Channel == channel)
        {
            Reply(channel, asked.Id, reply);
            return asked;
        }

        var exchange = store.Post(channel, key.Value, Json(ReplyDocument.Stored(reply)), reply.Private);
        Tell(channel, exchange, Document(exchange));
        return exchange;
    }

    public void Progress(ChannelKey channel, string id, ChatReply reply)
    {
        feed.Working(id, ReplyDocument.Live(reply));
        if (store.Find(channel, id) is { } exchange) Tell(channel, exchange, Document(exchange with { Reply = null }));
    }

    /// <summary>The reply, in the place of what stood there.</summary>
    /// <exception cref="ChatException">There is no such message.</exception>
    public void Reply(ChannelKey channel, string id, ChatReply reply)
    {
        if (!store.Reply(channel, id, Json(ReplyDocument.Stored(reply)), reply.Private)) throw new ChatException("There is no such message in this channel.");
        feed.Ended(id);
        var exchange = store.Find(channel, id)!;
        Tell(channel, exchange, Document(exchange) with { Reply = ReplyDocument.Live(reply) });
    }

    /// <summary>Tells the person who pressed a button what came of it, beside the exchange it stands under; what is passing is not kept.</summary>
    public void Note(ChannelKey channel, string messageId, string personId, ChatReply reply, bool passing = false)
    {
        if (!passing && store.Find(channel, messageId) is not null) store.Note(messageId, personId, Json(ReplyDocument.Stored(reply)));
        feed.Tell(channel, new FeedEvent(null, new NoteDocument(messageId, ReplyDocument.Live(reply), passing)) { Only = personId });
    }

    /// <summary>Takes up an exchange of an earlier run; null where there is none, or it was taken up before.</summary>
    public Exchange? Resume(ChannelKey channel, string requestId)
    {
        if (store.FindByRequest(LocalPlace.Platform, requestId) is not { Reply: null } exchange || exchange.Channel != channel || !store.Resume(exchange.Id)) return null;
        feed.Working(exchange.Id, null);
        return exchange;
    }

    /// <summary>
    /// Takes up an interrupted exchange for a person who pressed its button, if it is theirs or they are an editor; null where it is not interrupted, so
    /// that a second press finds it taken.
    /// </summary>
    public Exchange? Retry(ChannelKey channel, string id, string answerId, Visitor visitor)
    {
        if (Find(channel, id, visitor.Id) is not { } exchange || inbox.Find(answerId) is not { State: InboxState.Interrupted } question) return null;
        if (question.PersonId != visitor.Id && visitor.Role != DeskRole.Editor) return null;
        return feed.TryWork(exchange.Id) ? exchange : null;
    }

    private void Tell(ChannelKey channel, Exchange exchange, ExchangeDocument document) =>
        feed.Tell(channel, new FeedEvent(document) { Only = exchange.Private ? exchange.PersonId : null });

    private ExchangeDocument Document(Exchange exchange)
    {
        var working = feed.IsWorking(exchange.Id, out var progress);
        var reply = exchange.Reply is { } stored && !working ? Read(stored) : progress;
        reply = digests.Filled(exchange.Channel, reply);
        var answer = reply is { IsAnswer: true, AnswerId: { } id } ? channels.Answer(exchange.Channel, id) : null;
        var state = working ? "working" : exchange.Reply is null || reply is { Retry: not null } ? "interrupted" : "answered";
        var by = exchange.PersonId == Visitor.Operator.Id ? null : exchange.PersonId;
        return new ExchangeDocument(exchange.Id, exchange.Order, exchange.Parent, by, exchange.Asked, exchange.MadeUtc, state, reply, answer, exchange.Private);
    }

    private static string? Retried(ChatReply reply) => reply.Actions.FirstOrDefault(action => action.Id.Verb is ReplyDocument.RetryVerb)?.Id.Target;

    private static ReplyDocument? Read(string? stored) => stored is null ? null : JsonSerializer.Deserialize(stored, WebJson.Default.ReplyDocument);

    private static string Json(ReplyDocument reply) => JsonSerializer.Serialize(reply, WebJson.Default.ReplyDocument);
}
