namespace BriefingBot.Discord.Gateway;

/// <summary>The last few thousand ids, to know what came before under another sequence number.</summary>
internal sealed class RecentIds(int capacity = 4096)
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _order = new();

    /// <summary>Whether the id is new; it is known from now on.</summary>
    public bool Add(ulong id)
    {
        lock (_gate)
        {
            if (!_known.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > capacity)
            {
                _known.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
