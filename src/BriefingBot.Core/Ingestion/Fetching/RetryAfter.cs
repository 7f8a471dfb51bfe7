using System.Net.Http.Headers;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>When a host wants to be asked again (RFC 9110, section 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>A host that asks for more is asked again after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <returns>Null where the host said nothing, or named a time gone by.</returns>
    public static DateTimeOffset? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var at = header?.Date ?? (header?.Delta is { } delta ? now + Shorter(delta) : null);
        if (at is null || at <= now) return null;
        return at - now > Longest ? now + Longest : at;
    }

    private static TimeSpan Shorter(TimeSpan delta) => delta > Longest ? Longest : delta;
}
