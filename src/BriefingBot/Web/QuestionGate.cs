using System.Threading.RateLimiting;

namespace BriefingBot.Web;

/// <summary>Keeps a burst of questions from taking the machine: a few are answered at a time, some wait, the rest are told to come back.</summary>
internal sealed class QuestionGate : IDisposable
{
    /// <summary>Questions that may wait for their turn.</summary>
    public const int Waiting = 64;

    // As many as there are cores: answering is work, not waiting.
    private readonly ConcurrencyLimiter _turns = new(new() { PermitLimit = Math.Max(2, Environment.ProcessorCount), QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    private readonly TokenBucketRateLimiter _rate = new(new() { TokenLimit = 120, TokensPerPeriod = 4, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true });

    /// <returns>A turn, to be disposed when the question is answered; null when too many ask.</returns>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        using var allowed = _rate.AttemptAcquire();
        if (!allowed.IsAcquired) return null;
        var turn = await _turns.AcquireAsync(1, cancellationToken);
        if (turn.IsAcquired) return turn;
        turn.Dispose();
        return null;
    }

    public void Dispose()
    {
        _turns.Dispose();
        _rate.Dispose();
    }
}
