using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Interactions;

/// <summary>Shows the newest of what is offered, at most every 1.2 seconds, one at a time; what is overtaken is never shown.</summary>
/// <param name="show">Shows one; a refusal is no fault, the next may pass.</param>
/// <param name="first">How long to wait before the first, so that what is done at once shows no progress.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressThrottle(Func<ChatReply, CancellationToken, Task> show, TimeSpan first, TimeProvider time)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.2);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _since = time.GetTimestamp();
    private ChatReply? _newest;
    private Task _showing = Task.CompletedTask;
    private long? _shown;
    private bool _closed;
    private bool _busy;

    /// <summary>Takes what happens at the moment; returns at once.</summary>
    public void Offer(ChatReply reply)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _newest = reply;
            if (!_busy)
            {
                _busy = true;
                _showing = Task.Run(ShowAsync);
            }
        }
    }

    /// <summary>Shows no more; returns when nothing is under way.</summary>
    public async Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _closing.TrySetResult();
        await _showing;
    }

    private async Task ShowAsync()
    {
        while (true)
        {
            var wait = _shown is { } last ? Interval - time.GetElapsedTime(last) : first - time.GetElapsedTime(_since);
            if (wait > TimeSpan.Zero)
            {
                await Task.WhenAny(Task.Delay(wait, time), _closing.Task);
            }

            if (Take() is not { } reply)
            {
                return;
            }

            _shown = time.GetTimestamp();
            await ShowAsync(reply);
        }
    }

    private async Task ShowAsync(ChatReply reply)
    {
        try
        {
            // Not cancelled by closing: an edit cut off half way could still arrive after what replaces it.
            await show(reply, CancellationToken.None);
        }
        catch (Exception fault) when (fault is DiscordApiException or ChatException)
        {
            return;
        }
    }

    private ChatReply? Take()
    {
        lock (_gate)
        {
            var reply = _closed ? null : _newest;
            _newest = null;
            _busy = reply is not null;
            return reply;
        }
    }
}
