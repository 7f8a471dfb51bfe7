namespace BriefingBot.Core.Channels;

/// <summary>
/// One line of waiting work per channel: worked on in order, one piece at a time, and no channel waits for another. A line that has become empty is gone.
/// </summary>
/// <param name="most">Pieces that may wait in one channel.</param>
public sealed class ChannelQueues(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ChannelKey, Line> _lines = [];
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
        lock (_lock) return _lines.TryGetValue(channel, out var line) ? line.Tickets.Count : 0;
    }

    /// <summary>Puts work at the end of a channel's line.</summary>
    /// <param name="channel">Whose line.</param>
    /// <param name="id">By which it can be cancelled; unique.</param>
    /// <param name="work">
    /// Always run, and once: in its turn, or at once when it was cancelled or the program stops; its ticket says so. A fault it throws ends with it.
    /// </param>
    /// <param name="accept">Run before the work takes its place, within the line's order; false leaves it out. It may take its time: other lines go on.</param>
    /// <returns>Null when the line is full, the program stops, or <paramref name="accept"/> said no.</returns>
    public QueueTicket? Enqueue(ChannelKey channel, string id, Func<QueueTicket, Task> work, Func<bool>? accept = null)
    {
        if (Enter(channel) is not { } line) return null;
        try
        {
            lock (line.Gate)
            {
                // The first of the line is being worked on. Only who holds the gate makes a line longer.
                if (CountOf(channel) > most || accept?.Invoke() == false) return null;
                return Add(channel, line, new QueueTicket(id, work));
            }
        }
        finally
        {
            Exit(channel, line);
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

    // Null when the program stops.
    private Line? Enter(ChannelKey channel)
    {
        lock (_lock)
        {
            if (_stopped) return null;
            if (!_lines.TryGetValue(channel, out var line)) _lines[channel] = line = new Line();
            line.Entering++;
            return line;
        }
    }

    private void Exit(ChannelKey channel, Line line)
    {
        lock (_lock)
        {
            line.Entering--;
            if (line.IsGone) _lines.Remove(channel);
        }
    }

    private QueueTicket Add(ChannelKey channel, Line line, QueueTicket ticket)
    {
        lock (_lock)
        {
            ticket.Before = line.Tickets.Count;
            if (!_stopped)
            {
                _tickets.Add(ticket.Id, ticket);
                line.Tickets.AddLast(ticket);
                if (line.Running) return ticket;
                line.Running = true;
                _ = Task.Run(() => RunAsync(channel, line), CancellationToken.None);
                return ticket;
            }
        }

        // Accepted while the program began to stop: it is told so like all that waits.
        EndNow(ticket, QueueEnd.Stopping);
        return ticket;
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

    private async Task RunAsync(ChannelKey channel, Line line)
    {
        while (true)
        {
            QueueTicket ticket;
            bool mine;
            lock (_lock)
            {
                if (line.Tickets.First is not { } first)
                {
                    line.Running = false;
                    if (line.IsGone) _lines.Remove(channel);
                    return;
                }

                ticket = first.Value;
                mine = ticket.TryBegin();
            }

            if (mine) await ticket.RunAsync();
            Leave(line, ticket);
        }
    }

    private void Leave(Line line, QueueTicket ticket)
    {
        List<(QueueTicket Ticket, int Before)> moved = [];
        lock (_lock)
        {
            _tickets.Remove(ticket.Id);
            line.Tickets.RemoveFirst();
            var before = 0;
            foreach (var waiting in line.Tickets.Where(waiting => !waiting.Begun)) moved.Add((waiting, before++));
        }

        foreach (var (waiting, before) in moved) waiting.MoveTo(before);
    }

    private sealed class Line
    {
        /// <summary>Held while work takes its place, so that the order of the calls is the order of the line.</summary>
        public Lock Gate { get; } = new();

        public LinkedList<QueueTicket> Tickets { get; } = [];

        /// <summary>How many are about to take a place.</summary>
        public int Entering { get; set; }

        public bool Running { get; set; }

        public bool IsGone => Entering == 0 && !Running && Tickets.Count == 0;
    }
}
