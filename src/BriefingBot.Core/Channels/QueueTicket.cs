namespace BriefingBot.Core.Channels;

/// <summary>Why work was ended from outside.</summary>
public enum QueueEnd { None, Cancelled, Stopping }

/// <summary>A place in a channel's line.</summary>
#pragma warning disable CA1001 // A source without a timer or a wait handle holds nothing to free, and the ticket may be cancelled at any time.
public sealed class QueueTicket
#pragma warning restore CA1001
{
    private readonly Func<QueueTicket, Task> _work;
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Action<int>? _moved;
    private int _begun;

    internal QueueTicket(string id, Func<QueueTicket, Task> work) => (Id, _work) = (id, work);

    public string Id { get; }

    /// <summary>How many stand before it.</summary>
    public int Before { get; internal set; }

    /// <summary>Cancelled when the work is called off or the program stops.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Why, where <see cref="Ended"/> is cancelled.</summary>
    public QueueEnd End { get; private set; }

    /// <summary>Completes when the work has ended, however.</summary>
    public Task Done => _done.Task;

    internal bool Begun => Volatile.Read(ref _begun) != 0;

    /// <summary>Tells how many stand before it, whenever that changes.</summary>
    public void WhenMoved(Action<int> moved) => _moved = moved;

    internal bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    internal void MoveTo(int before)
    {
        Before = before;
        _moved?.Invoke(before);
    }

    internal void EndBy(QueueEnd end)
    {
        if (End == QueueEnd.None) End = end;
        _ended.Cancel();
    }

    /// <summary>Runs the work; a fault is kept in <see cref="Fault"/>.</summary>
    internal async Task RunAsync()
    {
        try
        {
            await _work(this);
        }
#pragma warning disable CA1031 // A fault in one piece of work never ends the line; the work has told it already.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Fault = fault;
        }
        finally
        {
            _done.TrySetResult();
        }
    }

    /// <summary>What the work threw; null when it ended well.</summary>
    public Exception? Fault { get; private set; }
}
