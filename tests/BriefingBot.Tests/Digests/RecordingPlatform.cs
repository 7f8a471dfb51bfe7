using BriefingBot.Core.Chat;

namespace BriefingBot.Tests.Digests;

/// <summary>A platform that remembers what it was given and fails when it is told to. It does not look for a key before posting: a second call is a second message.</summary>
internal sealed class RecordingPlatform : IChatPlatform
{
    public string Name => "test";

    public List<(PostKey Key, ChatReply Reply)> Posted { get; } = [];

    public ChatAbilities Abilities { get; set; } = ChatAbilities.Post | ChatAbilities.ReadHistory;

    /// <summary>Asked before a message is taken; a fault is thrown instead.</summary>
    public Func<Exception?> Before { get; set; } = () => null;

    /// <summary>Asked after a message was taken.</summary>
    public Func<Exception?> After { get; set; } = () => null;

    public Task<PostedMessage> PostAsync(ChatPlace place, PostKey key, ChatReply reply, CancellationToken cancellationToken)
    {
        if (Before() is { } refused) throw refused;
        Posted.Add((key, reply));
        if (After() is { } lost) throw lost;
        return Task.FromResult(new PostedMessage(place, $"m{Posted.Count}"));
    }

    public Task<PostedMessage?> FindAsync(ChatPlace place, PostKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(Posted.Exists(p => p.Key == key) ? new PostedMessage(place, "found") : null);

    public Uri? AddressOf(PostedMessage message) => new($"https://chat.example/{message.MessageId}");

    public Task<ChatAbilities> AbilitiesAsync(ChatPlace place, CancellationToken cancellationToken) => Task.FromResult(Abilities);

    public Task EditAsync(PostedMessage message, ChatReply reply, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RunAsync(Func<ChatRequest, IChatResponder, Task> handler, CancellationToken cancellationToken) => throw new NotSupportedException();
}
