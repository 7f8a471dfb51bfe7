using System.Collections.Concurrent;
using System.Threading.Channels;
using BriefingBot.Core.Chat;

namespace BriefingBot.Tests.Chat;

/// <summary>A platform in memory: people act through it, and everything the bot shows is on record.</summary>
internal sealed class RecordingPlatform(string name = "test") : IChatPlatform
{
    private readonly Channel<(ChatRequest Request, RecordingResponder Responder)> _arriving = Channel.CreateUnbounded<(ChatRequest, RecordingResponder)>();
    private readonly ConcurrentDictionary<(string Place, string Key), RecordedPost> _posts = new();
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _messages;

    public string Name { get; } = name;

    /// <summary>Posts in the order they were made.</summary>
    public ConcurrentQueue<RecordedPost> Posts { get; } = new();

    /// <summary>Thrown instead of posting, while set.</summary>
    public ChatException? Refusal { get; set; }

    /// <summary>Given to those who resume a request; null: the platform takes no late replies.</summary>
    public Func<PendingRequest, IChatResponder?> Late { get; set; } = _ => null;

    public Task Running => _running.Task;

    /// <summary>A person acts; the responder tells what came of it.</summary>
    public RecordingResponder Receive(ChatRequest request)
    {
        var responder = new RecordingResponder(this, request.Place);
        _arriving.Writer.TryWrite((request, responder));
        return responder;
    }

    public string NextMessageId() => $"m{Interlocked.Increment(ref _messages)}";

    public async Task RunAsync(Func<ChatRequest, IChatResponder, Task> handler, CancellationToken cancellationToken)
    {
        _running.TrySetResult();
        await foreach (var (request, responder) in _arriving.Reader.ReadAllAsync(cancellationToken)) _ = handler(request, responder);
    }

    public Task<PostedMessage> PostAsync(ChatPlace place, PostKey key, ChatReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Refusal is { } refusal) throw refusal;
        var post = _posts.GetOrAdd((place.ToString(), key.Value), _ =>
        {
            var made = new RecordedPost(new PostedMessage(place, NextMessageId()), reply);
            Posts.Enqueue(made);
            return made;
        });
        return Task.FromResult(post.Message);
    }

    public Task<PostedMessage?> FindAsync(ChatPlace place, PostKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(_posts.TryGetValue((place.ToString(), key.Value), out var post) ? post.Message : null);

    public Task EditAsync(PostedMessage message, ChatReply reply, CancellationToken cancellationToken)
    {
        var post = Posts.FirstOrDefault(post => post.Message == message) ?? throw new ChatException("There is no such message.");
        post.Reply = reply;
        return Task.CompletedTask;
    }

    public Task<IChatResponder?> ResumeAsync(PendingRequest request, CancellationToken cancellationToken) => Task.FromResult(Late(request));

    public Task<ChatAbilities> AbilitiesAsync(ChatPlace place, CancellationToken cancellationToken) =>
        Task.FromResult(ChatAbilities.Post | ChatAbilities.ReadHistory | ChatAbilities.AttachFiles);
}

internal sealed class RecordedPost(PostedMessage message, ChatReply reply)
{
    public PostedMessage Message { get; } = message;

    public ChatReply Reply { get; set; } = reply;
}

/// <summary>What one request was answered.</summary>
internal sealed class RecordingResponder(RecordingPlatform platform, ChatPlace place) : IChatResponder
{
    private readonly TaskCompletionSource<ChatReply> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<IReadOnlyList<ReplyChoice>> _suggested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Func<ChatReply, bool> Match, TaskCompletionSource<ChatReply> Shown)> _awaited = [];
    private readonly TaskCompletionSource<ChatReply> _progressed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<ChatReply> Progress { get; } = new();

    public ConcurrentQueue<ChatReply> Finished { get; } = new();

    public PostedMessage? Posted { get; private set; }

    /// <summary>The platform's slowness: awaited before anything is shown.</summary>
    public Func<CancellationToken, Task> Slowness { get; init; } = _ => Task.CompletedTask;

    /// <summary>Thrown instead of showing anything, while set.</summary>
    public Exception? Failure { get; init; }

    public Task<ChatReply> Reply => _finished.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public Task<ChatReply> FirstProgress => _progressed.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public Task<IReadOnlyList<ReplyChoice>> Choices => _suggested.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public async Task ProgressAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        await Slowness(cancellationToken);
        if (Failure is not null) throw Failure;
        lock (_awaited)
        {
            Progress.Enqueue(reply);
            foreach (var (match, shown) in _awaited) if (match(reply)) shown.TrySetResult(reply);
        }

        _progressed.TrySetResult(reply);
    }

    /// <summary>The first progress, shown or yet to come, that matches.</summary>
    public Task<ChatReply> ProgressWith(Func<ChatReply, bool> match)
    {
        var shown = new TaskCompletionSource<ChatReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            if (Progress.FirstOrDefault(match) is { } already) shown.TrySetResult(already);
            _awaited.Add((match, shown));
        }

        return shown.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async Task<PostedMessage> FinishAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        await Slowness(cancellationToken);
        if (Failure is not null) throw Failure;
        Finished.Enqueue(reply);
        Posted ??= new PostedMessage(place, platform.NextMessageId());
        _finished.TrySetResult(reply);
        return Posted;
    }

    public Task SuggestAsync(IReadOnlyList<ReplyChoice> choices, CancellationToken cancellationToken)
    {
        _suggested.TrySetResult(choices);
        return Task.CompletedTask;
    }
}
