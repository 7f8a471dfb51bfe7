namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Reads the numbers of a written date from left to right.</summary>
internal ref struct DigitReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public bool Skip(char mark)
    {
        if (rest.IsEmpty || rest[0] != mark)
            return false;
        rest = rest[1..];
        return true;
    }

    public bool Number(int least, int most, out int value)
    {
        value = 0;
        var length = 0;
        while (length < rest.Length && length < most && char.IsAsciiDigit(rest[length]))
            value = (value * 10) + (rest[length++] - '0');
        if (length < least)
            return false;
        rest = rest[length..];
        return true;
    }

    /// <summary>The instant of a time of day with an offset; null where either is missing or no clock shows it.</summary>
    public DateTimeOffset? Time(DateOnly day)
    {
        if (!(Skip('T') || Skip('t') || Skip(' ')))
            return null;
        if (!Number(1, 2, out var hour) || !Skip(':') || !Number(2, 2, out var minute) || hour > 23 || minute > 59)
            return null;
        var second = 0;
        if (Skip(':') && !Number(1, 2, out second))
            return null;
        if (Skip('.') || Skip(','))
            Number(1, 9, out _);
        return second <= 59 && Offset() is { } offset ? Instant(day, new TimeOnly(hour, minute, second), offset) : null;
    }

    private static DateTimeOffset? Instant(DateOnly day, TimeOnly time, TimeSpan offset)
    {
        var local = day.ToDateTime(time);
        return local.Ticks - offset.Ticks is var ticks && (ticks < 0 || ticks > DateTime.MaxValue.Ticks) ? null : new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private TimeSpan? Offset()
    {
        while (Skip(' '))
        {
        }

        if (Skip('Z') || Skip('z') || rest.StartsWith("GMT") || rest.StartsWith("UTC"))
            return TimeSpan.Zero;
        var west = Skip('-') || Skip('\u2212');
        if (!west && !Skip('+'))
            return null;
        if (!Number(2, 2, out var hours))
            return null;
        Skip(':');
        Number(2, 2, out var minutes);
        var offset = new TimeSpan(hours, Math.Min(minutes, 59), 0);
        return hours > 14 ? null : west ? -offset : offset;
    }
}
