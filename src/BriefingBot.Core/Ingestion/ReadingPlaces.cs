using BriefingBot.Core.Libraries;

namespace BriefingBot.Core.Ingestion;

/// <summary>A reading that is due.</summary>
/// <param name="Key">Of what it reads: nothing is read twice at a time.</param>
/// <param name="Failing">It failed last time.</param>
/// <param name="Run">Reads; never faults.</param>
internal sealed record DueReading<TKey>(TKey Key, bool Failing, Func<Task> Run);

/// <summary>
/// The places in which readings run beside each other. Those that failed last time never take more than half of them. One caller at a time.
/// </summary>
/// <param name="count">How many places there are.</param>
internal sealed class ReadingPlaces<TKey>(int count)
    where TKey : notnull
{
    private readonly Dictionary<TKey, (Task Task, bool Failing)> begun = [];

    /// <summary>What has begun since, or had not ended at, the last <see cref="ForgetEnded"/>.</summary>
    public IReadOnlyCollection<Task> Begun => [.. begun.Values.Select(reading => reading.Task)];

    /// <summary>What has ended may begin again.</summary>
    public void ForgetEnded()
    {
        foreach (var ended in begun.Where(reading => reading.Value.Task.IsCompleted).Select(reading => reading.Key).ToList()) begun.Remove(ended);
    }

    /// <summary>Starts what is due, has a place and has not begun; false where something has no place yet.</summary>
    /// <param name="libraries">One that cannot be read keeps no other from it.</param>
    /// <param name="due">What is due in a library.</param>
    /// <param name="failed">Told of a library that cannot be read.</param>
    public bool Start(IReadOnlyList<LibraryFile> libraries, Func<LibraryFile, IEnumerable<DueReading<TKey>>> due, Action<LibraryFile, LibraryException> failed)
    {
        var all = true;
        foreach (var library in libraries)
        {
            try
            {
                foreach (var reading in due(library)) all &= begun.ContainsKey(reading.Key) || Start(reading);
            }
            catch (LibraryException fault)
            {
                failed(library, fault);
            }
        }

        return all;
    }

    private bool Start(DueReading<TKey> reading)
    {
        var open = begun.Values.Where(other => !other.Task.IsCompleted).ToList();
        if (open.Count >= count || (reading.Failing && open.Count(other => other.Failing) >= count / 2)) return false;
        begun[reading.Key] = (Task.Run(reading.Run, CancellationToken.None), reading.Failing);
        return true;
    }
}
