using System.Collections.Concurrent;
using System.Threading.Channels;
using BriefingBot.Core.Channels;

namespace BriefingBot.Web.Channel;

/// <summary>Tells every open page what changes in its channel, and knows what is being worked on. Nobody waits for a page that is slow.</summary>
internal sealed class LocalFeed
{
    /// <summary>Events a page may lag behind before it is told to load the conversation again.</summary>
    public const int Behind = 1000;

    private readonly ConcurrentDictionary<(ChannelKey Channel, Guid Page), (string Person, ChannelWriter<FeedEvent> Writer)> _pages = new();
    private readonly ConcurrentDictionary<string, ReplyDocument?> _working = new(StringComparer.Ordinal);

    /// <summary>Opens a person's view of a channel; disposing it closes it.</summary>
    public Subscription Subscribe(ChannelKey channel, string personId)
    {
        var events = System.Threading.Channels.Channel.CreateBounded<FeedEvent>(new BoundedChannelOptions(Behind) { SingleReader = true });
        var key = (channel, Guid.CreateVersion7());
        _pages[key] = (personId, events.Writer);
        return new Subscription(events.Reader, () => _pages.TryRemove(key, out _));
    }

    public void Tell(ChannelKey channel, FeedEvent happened)
    {
        // One too many closes the view: the page opens it again and loads everything.
        foreach (var (key, page) in _pages)
        {
            if (key.Channel == channel && happened.For(page.Person) is { } seen && !page.Writer.TryWrite(seen)) page.Writer.TryComplete();
        }
    }

    /// <summary>Notes that this run works on an exchange, and the newest progress of it.</summary>
    public void Working(string exchangeId, ReplyDocument? progress) => _working[exchangeId] = progress;

    /// <summary>As <see cref="Working"/>, unless this run works on it already: false then.</summary>
    public bool TryWork(string exchangeId) => _working.TryAdd(exchangeId, null);

    public void Ended(string exchangeId) => _working.TryRemove(exchangeId, out _);

    /// <returns>Whether this run works on the exchange; its newest progress, null where there is none yet.</returns>
    public bool IsWorking(string exchangeId, out ReplyDocument? progress) => _working.TryGetValue(exchangeId, out progress);

    internal sealed class Subscription(ChannelReader<FeedEvent> events, Action close) : IDisposable
    {
        public ChannelReader<FeedEvent> Events { get; } = events;

        public void Dispose() => close();
    }
}

/// <summary>One event: an exchange that is new or has changed, a note, or the id of an exchange that is another's alone. The others are null.</summary>
internal sealed record FeedEvent(ExchangeDocument? Exchange, NoteDocument? Note = null, string? Gone = null)
{
    /// <summary>The one person who may see it; null for everyone.</summary>
    public string? Only { get; init; }

    /// <summary>What of it a person sees; null for nothing. An exchange that has become another's alone is gone for them.</summary>
    public FeedEvent? For(string personId)
    {
        if (Only is null || Only == personId) return this;
        return Exchange is null ? null : new FeedEvent(null, Gone: Exchange.Id);
    }
}
