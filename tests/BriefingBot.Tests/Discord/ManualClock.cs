namespace BriefingBot.Tests.Discord;

/// <summary>A clock that stands until it is moved, timers included.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private int _created;
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2031, 3, 4, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        Interlocked.Increment(ref _created);
        Interlocked.Exchange(ref _timerSet, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return timer;
    }

    /// <summary>Ends when the next timer is set after this was asked for.</summary>
    public Task NextTimerAsync() => Volatile.Read(ref _timerSet).Task.WaitAsync(TimeSpan.FromSeconds(60));

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next() is { } due && due <= end)
        {
            MoveTo(due);
        }

        MoveTo(end);
    }

    /// <summary>Lets a task run to its end, moving to the next timer whenever it waits for one.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var seen = 0;
        while (!task.IsCompleted)
        {
            // Who is woken by a timer sets another, or ends; the delay is for one that does neither.
            var set = Volatile.Read(ref _timerSet).Task;
            if (Volatile.Read(ref _created) == seen)
            {
                await Task.WhenAny(task, set, Task.Delay(TimeSpan.FromSeconds(10)));
            }

            for (var settle = 0; settle < 200 && !task.IsCompleted; settle++)
            {
                await Task.Yield();
            }

            seen = Volatile.Read(ref _created);
            if (!task.IsCompleted && Next() is { } due)
            {
                MoveTo(due);
            }
        }

        return await task;
    }

    private DateTimeOffset? Next()
    {
        lock (_gate)
        {
            return _timers.Count == 0 ? null : _timers.Min(static timer => timer.Due);
        }
    }

    private void MoveTo(DateTimeOffset instant)
    {
        Timer[] due;
        lock (_gate)
        {
            _now = instant > _now ? instant : _now;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }

        Array.ForEach(due, static timer => timer.Fire());
    }

    private sealed class Timer(ManualClock clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
