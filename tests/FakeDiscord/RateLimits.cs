namespace FakeDiscord;

/// <summary>Where a call stands in its bucket.</summary>
internal sealed record LimitState(string Bucket, int Limit, int Remaining, TimeSpan ResetAfter, bool Exceeded, bool Global = false);

/// <summary>Counts calls by bucket and all together, as Discord does ("Rate Limits").</summary>
internal sealed class RateLimits(FakeOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _windows = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _recent = new();

    /// <summary>How often a limit was broken; a client that reads the headers never does.</summary>
    public int Broken { get; private set; }

    public LimitState? Take(string bucket, string major, bool global)
    {
        var now = options.Time.GetUtcNow();
        lock (_gate)
        {
            while (_recent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
            {
                _recent.Dequeue();
            }

            // A few more than promised: calls sent a second apart may arrive closer together.
            if (global && _recent.Count >= options.GlobalPerSecond * 5 / 4)
            {
                Broken++;
                return new LimitState("", options.GlobalPerSecond, 0, TimeSpan.FromMilliseconds(200), Exceeded: true, Global: true);
            }

            if (global)
            {
                _recent.Enqueue(now);
            }

            if (bucket.Length == 0)
            {
                return null;
            }

            var key = bucket + " " + major;
            var window = _windows.GetValueOrDefault(key);
            if (now - window.Start >= options.BucketWindow)
            {
                window = (now, 0);
            }

            var exceeded = window.Used >= options.BucketLimit;
            _windows[key] = exceeded ? window : (window.Start, window.Used + 1);
            Broken += exceeded ? 1 : 0;
            var left = exceeded ? 0 : options.BucketLimit - window.Used - 1;
            return new LimitState(bucket, options.BucketLimit, left, window.Start + options.BucketWindow - now, exceeded);
        }
    }
}
