namespace BriefingBot.Discord.Rest;

/// <summary>
/// One limit as Discord counts it: how many calls a window takes and when it starts again. A call is counted when it
/// leaves, not when it returns, and a window begins only after Discord's has, so we are never ahead of Discord.
/// </summary>
internal sealed class RateLimitBucket
{
    private readonly Lock _gate = new();
    private int _limit = 1;
    private int _remaining = 1;
    private int _inFlight;
    private bool _known;
    private long _resetsAt = long.MaxValue;
    private long _pausedUntil = long.MinValue;

    /// <summary>Whether nobody has called for long enough that the bucket can be forgotten.</summary>
    public bool Idle(long now)
    {
        lock (_gate)
        {
            return _inFlight == 0 && (_resetsAt == long.MaxValue || now > _resetsAt) && now > _pausedUntil;
        }
    }

    /// <summary>Takes a place. Null when there was one; otherwise how many ticks of the clock to wait before asking again.</summary>
    public long? Take(long now, long shortWait)
    {
        lock (_gate)
        {
            if (now < _pausedUntil)
            {
                return _pausedUntil - now;
            }

            if (_known && now >= _resetsAt)
            {
                _remaining = _limit - _inFlight;
                _resetsAt = long.MaxValue;
            }

            if (_remaining > 0)
            {
                _remaining--;
                _inFlight++;
                return null;
            }

            // With no end known the calls under way will tell: look again soon.
            return _resetsAt == long.MaxValue ? shortWait : Math.Max(1, _resetsAt - now);
        }
    }

    /// <summary>A call returned with the window's state.</summary>
    public void Returned(int limit, int remaining, long resetsAt)
    {
        lock (_gate)
        {
            _inFlight--;
            var sameWindow = _known && _resetsAt != long.MaxValue;
            _known = true;
            _limit = Math.Max(1, limit);
            var left = Math.Max(0, remaining - _inFlight);
            _remaining = sameWindow ? Math.Min(_remaining, left) : left;
            _resetsAt = sameWindow ? Math.Max(_resetsAt, resetsAt) : resetsAt;
        }
    }

    /// <summary>A call returned, or was lost, without a word about limits.</summary>
    public void ReturnedUnknown()
    {
        lock (_gate)
        {
            _inFlight--;
            if (!_known)
            {
                _remaining = Math.Max(_remaining, 1);
            }
            else if (_resetsAt == long.MaxValue && _inFlight == 0)
            {
                // Nothing is under way that could tell us the window: one call may ask.
                _remaining = Math.Max(_remaining, 1);
            }
        }
    }

    /// <summary>Discord said to wait.</summary>
    public void Pause(long until)
    {
        lock (_gate)
        {
            _pausedUntil = Math.Max(_pausedUntil, until);
        }
    }
}
