namespace BriefingBot.Core.Channels;

/// <summary>
/// One line of waiting work per channel: worked on in order, one piece at a time, and no channel waits for another. A line that has become empty is gone.
/// </summary>
/// <param name="most">Pieces that may wait in one channel.</param>
public sealed class ChannelQueues(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ChannelKey, LinkedList<QueueTicket>> _lines = [];
    private readonly Dictionary<string, QueueTicket> _tickets = new(StringComparer.Ordinal);
    private bool _stopped;

    /// <summary>Everything that waits or is worked on.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _tickets.Count;
        }
    }

    /// <summary>What waits or is worked on in a channel.</summary>
    public int CountOf(ChannelKey channel)
    {
        lock (_lock) return _lines.TryGetValue(channel, out var line) ? line.Count : 0;
    }

    /// <summary>Puts work at the end of a channel's line.</summary>
    /// <param name="channel">Whose line.</param>
    /// <param name="id">By which it can be cancelled; unique.</param>
    /// <param name="work">
    /// Always run, and once: in its turn, or at once when it was cancelled or the program stops; its ticket says so. A fault it throws ends with it.
    /// </param>
    /// <param name="accept">Run before the work takes its place, within the line's order; false leaves it out.</param>
    /// <returns>Null when the line is full, the program stops, or <paramref name="accept"/> said no.</returns>
    public QueueTicket? Enqueue(ChannelKey channel, string id, Func<QueueTicket, Task> work, Func<bool>? accept = null)
    {
        lock (_lock)
        {
            var waiting = _lines.TryGetValue(channel, out var line) ? line.Count : 0;
            // The first of the line is being worked on.
            if (_stopped || waiting > most || accept?.Invoke() == false) return null;
            var ticket = new QueueTicket(id, work) { Before = waiting };
            _tickets.Add(id, ticket);
            if (line is null) _lines[channel] = line = [];
            line.AddLast(ticket);
            if (waiting == 0) _ = Task.Run(() => RunAsync(channel, line), CancellationToken.None);
            return ticket;
        }
    }

    /// <summary>Calls work off, whether it waits or is being worked on. False where there is none of that id.</summary>
    public bool Cancel(string id)
    {
        QueueTicket? ticket;
        lock (_lock) if (!_tickets.TryGetValue(id, out ticket)) return false;
        EndNow(ticket, QueueEnd.Cancelled);
        return true;
    }

    /// <summary>Takes no more work, lets what is being worked on finish for a while, then ends it and all that waits.</summary>
    public async Task StopAsync(TimeSpan grace, TimeProvider time)
    {
        List<QueueTicket> waiting, running;
        lock (_lock)
        {
            _stopped = true;
            waiting = [.. _tickets.Values.Where(ticket => !ticket.Begun)];
            running = [.. _tickets.Values.Where(ticket => ticket.Begun)];
        }

        foreach (var ticket in waiting) EndNow(ticket, QueueEnd.Stopping);
        var finished = Task.WhenAll(running.Select(ticket => ticket.Done));
        using var patience = new CancellationTokenSource(grace, time);
        await Task.WhenAny(finished, Task.Delay(Timeout.InfiniteTimeSpan, patience.Token));
        foreach (var ticket in running) EndNow(ticket, QueueEnd.Stopping);
        await Task.WhenAll([finished, .. waiting.Select(ticket => ticket.Done)]);
    }

    private void EndNow(QueueTicket ticket, QueueEnd end)
    {
        bool waited;
        lock (_lock)
        {
            waited = ticket.TryBegin();
            if (waited) _tickets.Remove(ticket.Id);
        }

        ticket.EndBy(end);
        // Off the line: what was called off waits for nobody. Its turn comes and finds it begun.
        if (waited) _ = Task.Run(ticket.RunAsync, CancellationToken.None);
    }

    private async Task RunAsync(ChannelKey channel, LinkedList<QueueTicket> line)
    {
        while (true)
        {
            QueueTicket ticket;
            bool mine;
            lock (_lock)
            {
                if (line.First is not { } first)
                {
                    _lines.Remove(channel);
                    return;
                }

                ticket = first.Value;
                mine = ticket.TryBegin();
            }

            if (mine) await ticket.RunAsync();
            Leave(line, ticket);
        }
    }

    private void Leave(LinkedList<QueueTicket> line, QueueTicket ticket)
    {
        List<(QueueTicket Ticket, int Before)> moved = [];
        lock (_lock)
        {
            _tickets.Remove(ticket.Id);
            line.RemoveFirst();
            var before = 0;
            foreach (var waiting in line.Where(waiting => !waiting.Begun)) moved.Add((waiting, before++));
        }

        foreach (var (waiting, before) in moved) waiting.MoveTo(before);
    }
}
