namespace BriefingBot.Discord.Rest;

/// <summary>
/// Discord shuts out an address that makes 10,000 invalid calls in ten minutes: answers 401, 403 and 429, but for limits
/// shared with others. We stop well before.
/// </summary>
internal sealed class InvalidRequestCeiling(TimeProvider time)
{
    /// <summary>Where we stop.</summary>
    internal const int Ceiling = 5_000;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<long> _invalid = new();

    /// <summary>Counts one.</summary>
    public void Count()
    {
        lock (_gate)
        {
            _invalid.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>How long nothing may be sent; null when something may.</summary>
    public TimeSpan? Closed()
    {
        lock (_gate)
        {
            while (_invalid.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
            {
                _invalid.Dequeue();
            }

            return _invalid.Count >= Ceiling ? Window - time.GetElapsedTime(_invalid.Peek()) : null;
        }
    }
}
