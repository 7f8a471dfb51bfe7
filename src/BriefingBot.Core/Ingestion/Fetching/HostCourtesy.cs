using System.Collections.Concurrent;

namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>One request at a time for each host, with a pause between, and none while a host asked to be left alone.</summary>
internal sealed class HostCourtesy(TimeSpan delay, TimeProvider time)
{
    private const int MostHosts = 10_000;
    private readonly ConcurrentDictionary<string, HostTurn> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; dispose of it when the request is over.</summary>
    public async Task<IDisposable> TakeTurnAsync(string host, CancellationToken cancellationToken)
    {
        if (hosts.Count > MostHosts) Forget();
        var turn = hosts.GetOrAdd(host, static _ => new HostTurn());
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            var wait = turn.NextUtc - time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
            return new Taken(turn, this);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }
    }

    /// <summary>Until when the host is left alone; null where it need not be.</summary>
    public DateTimeOffset? PausedUntil(string host) =>
        hosts.TryGetValue(host, out var turn) && turn.PausedUntilUtc > time.GetUtcNow() ? turn.PausedUntilUtc : null;

    public void Pause(string host, DateTimeOffset untilUtc) => hosts.GetOrAdd(host, static _ => new HostTurn()).PausedUntilUtc = untilUtc;

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (host, turn) in hosts)
        {
            if (turn.Gate.CurrentCount == 1 && turn.NextUtc < now && turn.PausedUntilUtc < now) hosts.TryRemove(host, out _);
        }
    }

    private sealed class HostTurn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset NextUtc { get; set; }

        public DateTimeOffset PausedUntilUtc { get; set; }
    }

    private sealed class Taken(HostTurn turn, HostCourtesy courtesy) : IDisposable
    {
        public void Dispose()
        {
            turn.NextUtc = courtesy.Now + courtesy.Delay;
            turn.Gate.Release();
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private TimeSpan Delay => delay;
}
