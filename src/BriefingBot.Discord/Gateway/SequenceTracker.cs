namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Which events of a session have arrived. Resuming asks for all after the last number without a gap before it, so an event
/// that was overtaken and then lost with its connection still comes; what comes twice is known by its number.
/// </summary>
internal sealed class SequenceTracker
{
    /// <summary>How far ahead of a gap events may run before the gap is taken for one in Discord's counting.</summary>
    internal const int LongestGap = 256;

    private readonly SortedSet<long> _ahead = [];

    /// <summary>The last number before which nothing is missing; 0 before the first event, which is number 1.</summary>
    public long Last { get; private set; }

    /// <summary>Whether the event is new.</summary>
    public bool Arrived(long number)
    {
        if (number <= Last || !_ahead.Add(number))
        {
            return false;
        }

        if (_ahead.Count > LongestGap)
        {
            Last = _ahead.Min;
            _ahead.Remove(_ahead.Min);
        }

        while (_ahead.Count > 0 && _ahead.Min == Last + 1)
        {
            Last = _ahead.Min;
            _ahead.Remove(_ahead.Min);
        }

        return true;
    }
}
