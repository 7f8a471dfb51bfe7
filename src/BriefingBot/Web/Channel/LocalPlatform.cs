using System.Threading.Channels;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Web.SignIn;

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
    public Exchange? Say(ChannelKey channel, Visitor visitor, Said said)
    {
        var (requestId, text, repliesTo) = (said.RequestId, said.Text, said.RepliesTo);
        if (desk.Begin(channel, requestId, visitor, text, repliesTo, said.Command is { IsPrivate: true }) is not { } exchange) return null;
        var responder = new LocalResponder(desk, channel, exchange.Id);
        ChatRequest request = (said.Command, repliesTo) switch
        {
            ({ } typed, _) => new CommandRequest { Id = requestId, Place = LocalPlace.Of(channel), Person = visitor.Person, Command = typed.Name, Options = typed.Options, Attachments = said.Files },
            (_, { } post) => new MessageRequest { Id = requestId, Place = LocalPlace.Of(channel), Person = visitor.Person, Text = text, RepliesTo = post, Attachments = said.Files },
            _ => new CommandRequest
            {
                Id = requestId,
                Place = LocalPlace.Of(channel),
                Person = visitor.Person,
                Command = "ask",
                Attachments = said.Files,
                Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = text },
            },
        };
        if (!Receive(From(visitor, request), responder)) desk.Reply(channel, exchange.Id, Busy());
        return exchange;
    }

    /// <summary>A button. Asking an interrupted question again is answered in its place, everything else by a note.</summary>
    public void Press(ChannelKey channel, Visitor visitor, Pressed pressed)
    {
        var request = new ActionRequest
        {
            Id = pressed.RequestId,
            Place = LocalPlace.Of(channel),
            Person = visitor.Person,
            Action = pressed.Action,
            Value = pressed.Value,
            MessageId = pressed.MessageId,
        };
        IChatResponder responder = pressed.Action.Verb is ReplyDocument.RetryVerb && desk.Retry(channel, pressed.MessageId, pressed.Action.Target, visitor) is { } exchange
            ? new LocalResponder(desk, channel, exchange.Id)
            : new NoteResponder(desk, channel, pressed.MessageId, visitor.Id, passing: pressed.Action.Verb is "cancel");
        if (Receive(From(visitor, request), responder)) return;
        if (responder is LocalResponder) desk.Reply(channel, pressed.MessageId, Busy());
        else desk.Note(channel, pressed.MessageId, visitor.Id, Busy());
    }

    public Task<IReadOnlyList<ReplyChoice>> SuggestAsync(Visitor visitor, SuggestRequest request, CancellationToken cancellationToken)
    {
        var responder = new SuggestionResponder();
        return Receive(From(visitor, request), responder) ? responder.Choices.WaitAsync(cancellationToken) : Task.FromResult<IReadOnlyList<ReplyChoice>>([]);
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

    // The operator manages the workspace; whoever signed in is what their invitation says.
    private T From<T>(Visitor visitor, T request) where T : ChatRequest =>
        request with { ManagesWorkspace = visitor.Key is null, PlatformRoles = visitor.PlatformRoles, ReceivedUtc = time.GetUtcNow() };

    private static ChatReply Busy() => new() { Blocks = [new TextBlock("Too much is waiting. Try again in a few seconds.", TextTone.Problem)] };
}

/// <summary>What a person typed.</summary>
/// <param name="RequestId">Of the page's own making: the same twice is one.</param>
/// <param name="Text">As typed.</param>
/// <param name="RepliesTo">The exchange it continues; null for none.</param>
/// <param name="Files">What came with it.</param>
/// <param name="Command">The command it is; null for a question.</param>
internal sealed record Said(string RequestId, string Text, string? RepliesTo, IReadOnlyList<ChatAttachment> Files, TypedCommand? Command);

/// <summary>A button a person pressed.</summary>
/// <param name="RequestId">Of the page's own making.</param>
/// <param name="Action">What it does.</param>
/// <param name="Value">What was typed into its form; null for nothing.</param>
/// <param name="MessageId">The exchange it stands under.</param>
internal sealed record Pressed(string RequestId, ChatActionId Action, string? Value, string MessageId);
