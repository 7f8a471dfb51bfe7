namespace BriefingBot.Discord.Rest;

/// <summary>How long to wait before the next attempt: doubling from a first wait to a longest one, each with jitter.</summary>
internal sealed class Backoff(Random random, TimeSpan first, TimeSpan longest)
{
    private readonly Lock _gate = new();

    /// <summary>The wait after so many attempts failed, counted from 1: between half of the doubled wait and all of it.</summary>
    public TimeSpan After(int failures)
    {
        var full = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30)));
        return TimeSpan.FromMilliseconds(full * (0.5 + (Next() / 2)));
    }

    /// <summary>A number from 0 to 1.</summary>
    public double Next()
    {
        lock (_gate)
        {
            return random.NextDouble();
        }
    }
}
