using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Commands.Questions;

/// <summary>
/// Shows the newest progress without anybody waiting for it: a platform that is slow gets fewer steps, one that fails gets none, and nothing is shown
/// after the reply.
/// </summary>
#pragma warning disable CA1001 // A source without a timer or a wait handle holds nothing to free.
internal sealed class ProgressLine(IChatResponder responder)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _over = new();
    private ChatReply? _next;
    private Task _sending = Task.CompletedTask;
    private bool _closed;

    public void Show(ChatReply reply)
    {
        lock (_lock)
        {
            if (_closed) return;
            _next = reply;
            if (_sending.IsCompleted) _sending = Task.Run(SendAsync, CancellationToken.None);
        }
    }

    /// <summary>Shows nothing more, and waits a moment for what is on its way, so that it cannot overtake the reply.</summary>
    public async Task CloseAsync()
    {
        Task sending;
        lock (_lock)
        {
            _closed = true;
            _next = null;
            sending = _sending;
        }

        if (sending.IsCompleted) return;
        await Task.WhenAny(sending, Task.Delay(Patience, CancellationToken.None));
        await _over.CancelAsync();
    }

    private async Task SendAsync()
    {
        while (true)
        {
            ChatReply next;
            lock (_lock)
            {
                if (_next is null) return;
                (next, _next) = (_next, null);
            }

            try
            {
                await responder.ProgressAsync(next, _over.Token);
            }
#pragma warning disable CA1031 // Progress that cannot be shown is no reason to stop; the reply will tell whether the platform works.
            catch (Exception)
#pragma warning restore CA1031
            {
                lock (_lock) _closed = true;
                return;
            }
        }
    }
}
