using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Keeps calls within Discord's limits: the ones of each bucket, learnt from the headers of answers and never built in,
/// and the global one (Discord's "Rate Limits").
/// </summary>
internal sealed class RateLimiter(TimeProvider time)
{
    /// <summary>Calls a second that Discord takes from a bot, all endpoints together.</summary>
    internal const int GlobalPerSecond = 50;
    private const int ManyBuckets = 2_000;

    private readonly ConcurrentDictionary<string, string> _bucketOfRoute = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RateLimitBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Queue<long> _recent = new();
    private long _globalPauseUntil = long.MinValue;

    /// <summary>Waits until a call may leave.</summary>
    public async Task<RateLimitBucket> EnterAsync(DiscordRoute route, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!route.ByInteractionToken && GlobalWait(take: false) is { } pause)
            {
                await Delay(pause, cancellationToken);
                continue;
            }

            var bucket = BucketOf(route);
            if (bucket.Take(time.GetTimestamp(), time.TimestampFrequency / 100) is { } wait)
            {
                await Delay(wait, cancellationToken);
                continue;
            }

            if (route.ByInteractionToken || GlobalWait(take: true) is not { } late)
            {
                return bucket;
            }

            bucket.ReturnedUnknown();
            await Delay(late, cancellationToken);
        }
    }

    /// <summary>Learns from an answer.</summary>
    public void Learn(DiscordRoute route, RateLimitBucket bucket, HttpResponseHeaders headers)
    {
        if (Number(headers, "X-RateLimit-Limit") is not { } limit
            || Number(headers, "X-RateLimit-Remaining") is not { } remaining
            || Number(headers, "X-RateLimit-Reset-After") is not { } after
            || limit is < 1 or > int.MaxValue || after is < 0 or > 86_400)
        {
            bucket.ReturnedUnknown();
            return;
        }

        bucket.Returned((int)limit, (int)Math.Clamp(remaining, 0, limit), time.GetTimestamp() + Ticks(after));
        if (headers.TryGetValues("X-RateLimit-Bucket", out var names))
        {
            // From now on the route shares the bucket with others of its name; until then its own one stays right.
            var name = names.First();
            _bucketOfRoute[route.ToString()] = name;
            _buckets.TryAdd(name + " " + route.Major, bucket);
        }
    }

    /// <summary>Discord said to wait: that bucket, or everything.</summary>
    public void Pause(RateLimitBucket bucket, TimeSpan wait, bool global)
    {
        var until = time.GetTimestamp() + Ticks(wait.TotalSeconds);
        if (!global)
        {
            bucket.Pause(until);
            return;
        }

        lock (_gate)
        {
            _globalPauseUntil = Math.Max(_globalPauseUntil, until);
        }
    }

    private RateLimitBucket BucketOf(DiscordRoute route)
    {
        if (_buckets.Count > ManyBuckets)
        {
            ForgetIdle();
        }

        var name = _bucketOfRoute.TryGetValue(route.ToString(), out var known) ? known : route.ToString();
        return _buckets.GetOrAdd(name + " " + route.Major, static _ => new RateLimitBucket());
    }

    private void ForgetIdle()
    {
        var now = time.GetTimestamp();
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.Idle(now))
            {
                _buckets.TryRemove(new KeyValuePair<string, RateLimitBucket>(key, bucket));
            }
        }
    }

    private long? GlobalWait(bool take)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (now < _globalPauseUntil)
            {
                return _globalPauseUntil - now;
            }

            while (_recent.TryPeek(out var oldest) && now - oldest >= time.TimestampFrequency)
            {
                _recent.Dequeue();
            }

            if (_recent.Count >= GlobalPerSecond)
            {
                return time.TimestampFrequency - (now - _recent.Peek());
            }

            if (take)
            {
                _recent.Enqueue(now);
            }

            return null;
        }
    }

    private Task Delay(long ticks, CancellationToken cancellationToken)
        => Task.Delay(TimeSpan.FromSeconds(Math.Max(ticks, 1) / (double)time.TimestampFrequency) + TimeSpan.FromMilliseconds(1), time, cancellationToken);

    private long Ticks(double seconds) => (long)(seconds * time.TimestampFrequency);

    internal static double? Number(HttpResponseHeaders headers, string name)
        => headers.TryGetValues(name, out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
}
