namespace BriefingBot.Core.Ingestion.Rereading;

/// <summary>When a page is read again: most corrections come within hours, so at twice its age every time, and once more at the end.</summary>
internal static class RereadTimes
{
    /// <summary>After its first reading.</summary>
    public static readonly TimeSpan First = TimeSpan.FromHours(1);

    /// <returns>Null where its days are over.</returns>
    public static DateTimeOffset? Next(DateTimeOffset first, DateTimeOffset now, int days)
    {
        var (age, end) = (now - first, first.AddDays(days));
        if (now >= end) return null;
        var next = now + (age > First ? age : First);
        return next < end ? next : end;
    }
}
