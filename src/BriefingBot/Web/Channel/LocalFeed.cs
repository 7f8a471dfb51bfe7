using System.Collections.Concurrent;
using System.Threading.Channels;
using BriefingBot.Core.Channels;

namespace BriefingBot.Web.Channel;

/// <summary>Tells every open page what changes in its channel, and knows what is being worked on. Nobody waits for a page that is slow.</summary>
internal sealed class LocalFeed
{
    /// <summary>Events a page may lag behind before it is told to load the conversation again.</summary>
    public const int Behind = 1000;

    private readonly ConcurrentDictionary<(ChannelKey Channel, Guid Page), ChannelWriter<FeedEvent>> _pages = new();
    private readonly ConcurrentDictionary<string, ReplyDocument?> _working = new(StringComparer.Ordinal);

    /// <summary>Opens a page's view of a channel; disposing it closes it.</summary>
    public Subscription Subscribe(ChannelKey channel)
    {
        var events = System.Threading.Channels.Channel.CreateBounded<FeedEvent>(new BoundedChannelOptions(Behind) { SingleReader = true });
        var key = (channel, Guid.CreateVersion7());
        _pages[key] = events.Writer;
        return new Subscription(events.Reader, () => _pages.TryRemove(key, out _));
    }

    public void Tell(ChannelKey channel, FeedEvent happened)
    {
        // One too many closes the view: the page opens it again and loads everything.
        foreach (var (key, writer) in _pages)
            if (key.Channel == channel && !writer.TryWrite(happened)) writer.TryComplete();
    }

    /// <summary>Notes that this run works on an exchange, and the newest progress of it.</summary>
    public void Working(string exchangeId, ReplyDocument? progress) => _working[exchangeId] = progress;

    public void Ended(string exchangeId) => _working.TryRemove(exchangeId, out _);

    /// <returns>Whether this run works on the exchange; its newest progress, null where there is none yet.</returns>
    public bool IsWorking(string exchangeId, out ReplyDocument? progress) => _working.TryGetValue(exchangeId, out progress);

    internal sealed class Subscription(ChannelReader<FeedEvent> events, Action close) : IDisposable
    {
        public ChannelReader<FeedEvent> Events { get; } = events;

        public void Dispose() => close();
    }
}

/// <summary>One event: an exchange that is new or has changed, or a note. The other is null.</summary>
internal sealed record FeedEvent(ExchangeDocument? Exchange, NoteDocument? Note);
