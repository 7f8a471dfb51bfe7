namespace BriefingBot.Core.Ingestion;

/// <summary>Bounds the bytes in flight; one item larger than the whole budget passes alone. One taker, one returner.</summary>
internal sealed class ByteBudget(long total)
{
    private readonly Lock gate = new();
    private long taken;
    private TaskCompletionSource? waiting;

    public async Task TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        while (!TryTake(bytes, out var room)) await room.WaitAsync(cancellationToken);
    }

    public void Return(long bytes)
    {
        lock (gate)
        {
            taken -= bytes;
            waiting?.TrySetResult();
            waiting = null;
        }
    }

    private bool TryTake(long bytes, out Task room)
    {
        lock (gate)
        {
            room = Task.CompletedTask;
            var fits = taken == 0 || taken + bytes <= total;
            if (fits)
            {
                taken += bytes;
            }
            else
            {
                waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                room = waiting.Task;
            }

            return fits;
        }
    }
}
