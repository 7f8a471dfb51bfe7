using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Answers a message with a reply to it. Typing is shown while it works; what takes longer shows a post that becomes the reply.</summary>
internal sealed class MessageResponder : IChatResponder
{
    private static readonly TimeSpan FirstProgress = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TypingEvery = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestTyping = TimeSpan.FromMinutes(5);

    private readonly ReplyAddress _address;
    private readonly ReplySender _sender;
    private readonly ProgressThrottle _progress;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PostedMessage? _posted;

    public MessageResponder(ReplyAddress address, ReplySender sender, bool showTyping)
    {
        _address = address;
        _sender = sender;
        _progress = new ProgressThrottle(async (reply, token) => await ShowAsync(reply, token), FirstProgress, sender.Time);
        if (showTyping)
        {
            _ = TypeAsync();
        }
    }

    public Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        _progress.Offer(reply);
        return Task.CompletedTask;
    }

    public async Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        _finished.TrySetResult();
        await _progress.CloseAsync();
        return await Perseverance.ShowAsync(
            () => reply.Private && _address.Place.Workspace is not null ? AloneAsync(reply, cancellationToken) : ShowAsync(reply, cancellationToken),
            _sender.Time,
            cancellationToken);
    }

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<PostedMessage> ShowAsync(ChatReply reply, CancellationToken token)
    {
        var messages = MessageRenderer.Flow(reply);
        string Nonce(int n) => Nonces.Of("reply", _address.Request, _address.Channel, n);
        return _posted = _posted is null
            ? await _sender.PostAsync(_address.Place, messages, Nonce, Replying, token)
            : await _sender.EditAsync(_posted, messages, Nonce, token);
    }

    private MessageBody Replying(MessageBody body) => body with
    {
        AllowedMentions = new AllowedMentions { RepliedUser = true },
        MessageReference = new MessageReference { MessageId = _address.Request, FailIfNotExists = false },
    };

    /// <summary>A message in a channel cannot be for one alone: a direct message can, and the channel is told where to look.</summary>
    private async Task<PostedMessage> AloneAsync(ChatReply reply, CancellationToken token)
    {
        string said;
        PostedMessage? direct = null;
        try
        {
            direct = await _sender.DirectAsync(_address, reply, token);
            said = "I have answered you in a direct message.";
        }
        catch (DiscordApiException refusal) when (!refusal.Transient)
        {
            said = "The answer is for you alone, and your settings take no direct message from me. Use the slash command.";
        }

        var shown = await ShowAsync(new ChatReply { Blocks = [new TextBlock(said)] }, token);
        return direct ?? shown;
    }

    private async Task TypeAsync()
    {
        var since = _sender.Time.GetTimestamp();
        while (!_finished.Task.IsCompleted && _sender.Time.GetElapsedTime(since) < LongestTyping)
        {
            await _sender.TypingAsync(_address.Place, CancellationToken.None);
            await Task.WhenAny(_finished.Task, Task.Delay(TypingEvery, _sender.Time));
        }
    }
}
