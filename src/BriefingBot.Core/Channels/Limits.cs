using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Channels;

/// <summary>Whose limit was reached.</summary>
public enum LimitOf { Person, Channel }

/// <summary>A question too many.</summary>
/// <param name="Of">Whose limit was reached.</param>
/// <param name="AgainUtc">From when on the next question is taken.</param>
public sealed record LimitReached(LimitOf Of, DateTimeOffset AgainUtc);

/// <summary>How often a person and a channel may ask: token buckets over the given clock, in memory.</summary>
public sealed class Limits(LimitsOptions options, TimeProvider time)
{
    private const int Prune = 4096;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Counts a question, or says from when on it may be asked. A question refused counts for nobody.</summary>
    public LimitReached? Take(ChatPerson person, ChannelKey channel)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_buckets.Count > Prune) DropFull(now);
            var own = Find($"person {person.Platform} {person.Id}", options.PersonBurst, options.PersonPerMinute, now);
            var shared = Find($"channel {channel.Workspace.Platform} {channel.Workspace.Id} {channel.Channel}", options.ChannelBurst, options.ChannelPerMinute, now);
            if (own.Wait() is { } wait) return new LimitReached(LimitOf.Person, now + wait);
            if (shared.Wait() is { } longer) return new LimitReached(LimitOf.Channel, now + longer);
            own.Tokens--;
            shared.Tokens--;
            return null;
        }
    }

    private Bucket Find(string key, int burst, int perMinute, DateTimeOffset now)
    {
        if (!_buckets.TryGetValue(key, out var bucket)) _buckets[key] = bucket = new Bucket(burst, perMinute, now);
        bucket.Refill(now);
        return bucket;
    }

    private void DropFull(DateTimeOffset now)
    {
        foreach (var (key, bucket) in _buckets.ToList())
        {
            bucket.Refill(now);
            if (bucket.Tokens >= bucket.Burst) _buckets.Remove(key);
        }
    }

    private sealed class Bucket(int burst, int perMinute, DateTimeOffset now)
    {
        private DateTimeOffset _at = now;

        public int Burst { get; } = burst;

        public double Tokens { get; set; } = burst;

        public void Refill(DateTimeOffset now)
        {
            // A clock set back refills nothing and takes nothing.
            if (now > _at) Tokens = Math.Min(Burst, Tokens + ((now - _at).TotalMinutes * perMinute));
            _at = now;
        }

        // A hair's breadth for the sums of fractions.
        public TimeSpan? Wait() => Tokens >= 1 - 1e-9 ? null : TimeSpan.FromTicks((long)Math.Ceiling((1 - Tokens) / perMinute * TimeSpan.TicksPerMinute));
    }
}
