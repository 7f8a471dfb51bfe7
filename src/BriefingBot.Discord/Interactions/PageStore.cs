using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>The pages of the last private replies, by message. Discord shows such a message only to its asker and gives it to nobody else, us included.</summary>
internal sealed class PageStore(int capacity = 500)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Snowflake, IReadOnlyList<RenderedMessage>> _pages = [];
    private readonly Queue<Snowflake> _order = new();

    public void Keep(Snowflake message, IReadOnlyList<RenderedMessage> pages)
    {
        if (pages.Count < 2)
        {
            return;
        }

        lock (_gate)
        {
            if (_pages.TryAdd(message, pages))
            {
                _order.Enqueue(message);
            }

            _pages[message] = pages;
            if (_order.Count > capacity)
            {
                _pages.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>Null when they are not kept any more.</summary>
    public IReadOnlyList<RenderedMessage>? Find(Snowflake message)
    {
        lock (_gate)
        {
            return _pages.GetValueOrDefault(message);
        }
    }
}
