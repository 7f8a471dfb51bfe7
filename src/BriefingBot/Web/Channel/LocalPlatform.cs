using System.Threading.Channels;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Web.Channel;

/// <summary>The page as a platform: its messages stand in bot.db, and what people do arrives over HTTP.</summary>
internal sealed class LocalPlatform(ExchangeDesk desk, TimeProvider time) : IChatPlatform
{
    /// <summary>Requests that may wait for the run to take them; the lines behind it are bounded by themselves.</summary>
    private const int Waiting = 1000;

    private readonly Channel<(ChatRequest Request, IChatResponder Responder)> _arriving =
        System.Threading.Channels.Channel.CreateBounded<(ChatRequest, IChatResponder)>(Waiting);

    public string Name => LocalPlace.Platform;

    /// <summary>Hands a request in. False where too many wait.</summary>
    public bool Receive(ChatRequest request, IChatResponder responder) => _arriving.Writer.TryWrite((request, responder));

    /// <summary>What a person typed: a command, or a question; one that replies continues a conversation.</summary>
    /// <returns>The exchange; null where the request was taken before.</returns>
    /// <exception cref="ChatException">Too many requests wait.</exception>
    public Exchange? Say(ChannelKey channel, string requestId, string text, string? repliesTo, IReadOnlyList<ChatAttachment> files, TypedCommand? command)
    {
        if (desk.Begin(channel, requestId, text, repliesTo) is not { } exchange) return null;
        var responder = new LocalResponder(desk, channel, exchange.Id);
        ChatRequest request = (command, repliesTo) switch
        {
            ({ } typed, _) => new CommandRequest { Id = requestId, Place = LocalPlace.Of(channel), Person = LocalPlace.Person, Command = typed.Name, Options = typed.Options, Attachments = files },
            (_, { } post) => new MessageRequest { Id = requestId, Place = LocalPlace.Of(channel), Person = LocalPlace.Person, Text = text, RepliesTo = post, Attachments = files },
            _ => new CommandRequest
            {
                Id = requestId,
                Place = LocalPlace.Of(channel),
                Person = LocalPlace.Person,
                Command = "ask",
                Attachments = files,
                Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = text },
            },
        };
        if (!Receive(Managed(request), responder)) desk.Reply(channel, exchange.Id, Busy());
        return exchange;
    }

    /// <summary>A button. Asking an interrupted question again is answered in its place, everything else by a note.</summary>
    public void Press(ChannelKey channel, string requestId, ChatActionId action, string? value, string messageId)
    {
        var request = new ActionRequest { Id = requestId, Place = LocalPlace.Of(channel), Person = LocalPlace.Person, Action = action, Value = value, MessageId = messageId };
        IChatResponder responder = action.Verb is "retry" && desk.Find(channel, messageId) is not null
            ? new LocalResponder(desk, channel, messageId)
            : new NoteResponder(desk, channel, messageId);
        if (!Receive(Managed(request), responder)) desk.Note(channel, messageId, Busy());
    }

    public Task<IReadOnlyList<ReplyChoice>> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken)
    {
        var responder = new SuggestionResponder();
        return Receive(Managed(request), responder) ? responder.Choices.WaitAsync(cancellationToken) : Task.FromResult<IReadOnlyList<ReplyChoice>>([]);
    }

    public async Task RunAsync(Func<ChatRequest, IChatResponder, Task> handler, CancellationToken cancellationToken)
    {
        await foreach (var (request, responder) in _arriving.Reader.ReadAllAsync(cancellationToken)) _ = handler(request, responder);
    }

    public Task<PostedMessage> PostAsync(ChatPlace place, PostKey key, ChatReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new PostedMessage(place, desk.Post(LocalPlace.Of(place), key, reply).Id));
    }

    public Task<PostedMessage?> FindAsync(ChatPlace place, PostKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(desk.FindByKey(LocalPlace.Of(place), key, since) is { } exchange ? new PostedMessage(place, exchange.Id) : null);

    public Task EditAsync(PostedMessage message, ChatReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        desk.Reply(LocalPlace.Of(message.Place), message.MessageId, reply);
        return Task.CompletedTask;
    }

    public Task<IChatResponder?> ResumeAsync(PendingRequest request, CancellationToken cancellationToken)
    {
        var channel = LocalPlace.Of(request.Place);
        return Task.FromResult<IChatResponder?>(desk.Resume(channel, request.RequestId) is { } exchange ? new LocalResponder(desk, channel, exchange.Id) : null);
    }

    public Task<ChatAbilities> AbilitiesAsync(ChatPlace place, CancellationToken cancellationToken) =>
        Task.FromResult(ChatAbilities.Post | ChatAbilities.ReadHistory | ChatAbilities.AttachFiles);

    private T Managed<T>(T request) where T : ChatRequest => request with { ManagesWorkspace = true, ReceivedUtc = time.GetUtcNow() };

    private static ChatReply Busy() => new() { Blocks = [new TextBlock("Too much is waiting. Try again in a few seconds.", TextTone.Problem)] };
}
