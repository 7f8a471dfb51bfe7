namespace BriefingBot.Core.Chat;

/// <summary>What the bot may do in a channel.</summary>
[Flags]
public enum ChatAbilities
{
    None = 0,
    Post = 1,
    ReadHistory = 2,
    AttachFiles = 4,
}

/// <summary>
/// A place where people talk. A platform turns what arrives into <see cref="ChatRequest"/>s, and renders
/// <see cref="ChatReply"/>s within its own limits; it holds no feature.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The platform's name in addresses: "local", "discord".</summary>
    string Name { get; }

    /// <summary>Receives requests and hands each to <paramref name="handler"/> without waiting for it, until cancelled.</summary>
    Task RunAsync(Func<ChatRequest, IChatResponder, Task> handler, CancellationToken cancellationToken);

    /// <summary>Posts under a key: a second call with the same key and place finds the first one's message instead of posting again.</summary>
    /// <exception cref="ChatException">The platform refused; the message says why.</exception>
    Task<PostedMessage> PostAsync(ChatPlace place, PostKey key, ChatReply reply, CancellationToken cancellationToken);

    /// <summary>The bot's own post made under a key since an instant; null when there is none.</summary>
    /// <exception cref="ChatException">The channel's history may not be read.</exception>
    Task<PostedMessage?> FindAsync(ChatPlace place, PostKey key, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Replaces what one of the bot's posts shows.</summary>
    /// <exception cref="ChatException">The platform refused; the message says why.</exception>
    Task EditAsync(PostedMessage message, ChatReply reply, CancellationToken cancellationToken);

    /// <summary>
    /// A responder for a request of an earlier run: in its own place while the platform still takes its reply there (Discord: fifteen minutes), else
    /// by a message to the asker. Null where neither can be, as for a private reply that is late; that it was interrupted is posted in the channel then.
    /// </summary>
    Task<IChatResponder?> ResumeAsync(PendingRequest request, CancellationToken cancellationToken) => Task.FromResult<IChatResponder?>(null);

    /// <summary>Where people can open one of the bot's posts; null where posts have no address of their own.</summary>
    Uri? AddressOf(PostedMessage message) => null;

    /// <summary>What the bot may do there now.</summary>
    Task<ChatAbilities> AbilitiesAsync(ChatPlace place, CancellationToken cancellationToken);
}

/// <summary>A request accepted by an earlier run that never got its reply.</summary>
/// <param name="RequestId">The platform's id of it, as in <see cref="ChatRequest.Id"/>.</param>
/// <param name="Place">Where it came from.</param>
/// <param name="PersonId">Who asked.</param>
/// <param name="Private">Whether the reply is for that person only.</param>
/// <param name="ReceivedUtc">When it came.</param>
public sealed record PendingRequest(string RequestId, ChatPlace Place, string PersonId, bool Private, DateTimeOffset ReceivedUtc)
{
    /// <summary>The request's <see cref="ChatRequest.ReplyAddress"/>, where it was kept.</summary>
    public string? ReplyAddress { get; init; }

    /// <inheritdoc cref="ChatRequest.ToString"/>
    public override string ToString() => $"request {RequestId}";
}

/// <summary>Answers one request. Platforms acknowledge by themselves, in time, whatever the use case is doing.</summary>
public interface IChatResponder
{
    /// <summary>Shows what happens at the moment; a platform may drop all but the newest.</summary>
    Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken);

    /// <summary>The reply. Sent once; a second call replaces the first.</summary>
    Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken);

    /// <summary>Suggestions for an option being typed; at most 25 are shown.</summary>
    Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken);
}

/// <summary>A platform's refusal, in a sentence.</summary>
public sealed class ChatException : Exception
{
    public ChatException() { }

    public ChatException(string message) : base(message) { }

    public ChatException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Whether the same call can succeed later.</summary>
    public bool Transient { get; init; }
}
