using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Web.Channel;

/// <summary>Replies in the place of an exchange: progress first, which the reply replaces.</summary>
internal sealed class LocalResponder(ExchangeDesk desk, ChannelKey channel, string exchangeId) : IChatResponder
{
    private readonly Lock _lock = new();
    private bool _finished;

    public Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_finished) desk.Progress(channel, exchangeId, reply);
        }

        return Task.CompletedTask;
    }

    public Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _finished = true;
            desk.Reply(channel, exchangeId, reply);
        }

        return Task.FromResult(new PostedMessage(LocalPlace.Of(channel), exchangeId));
    }

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Replies to a button with a note beside the exchange it stands under.</summary>
internal sealed class NoteResponder(ExchangeDesk desk, ChannelKey channel, string messageId, string personId, bool passing) : IChatResponder
{
    public Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        desk.Note(channel, messageId, personId, reply, passing);
        return Task.FromResult(new PostedMessage(LocalPlace.Of(channel), messageId));
    }

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Takes suggestions, for the one who asked for them.</summary>
internal sealed class SuggestionResponder : IChatResponder
{
    private readonly TaskCompletionSource<IReadOnlyList<ReplyChoice>> _choices = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<ReplyChoice>> Choices => _choices.Task;

    public Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken) => throw new ChatException("Suggestions are no message.");

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken)
    {
        _choices.TrySetResult([.. choices.Take(25)]);
        return Task.CompletedTask;
    }
}
