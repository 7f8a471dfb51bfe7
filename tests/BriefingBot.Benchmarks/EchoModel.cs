using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Benchmarks;

/// <summary>A model that thinks for a while and then writes what it was told to; it notes when it was asked and when it wrote.</summary>
internal sealed class EchoModel : IChatClient
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(40);

    public string Text { get; set; } = "";

    public long AskedAt { get; private set; }

    public long SaidAt { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Text)));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        AskedAt = Stopwatch.GetTimestamp();
        await Task.Delay(Thinking, cancellationToken);
        SaidAt = Stopwatch.GetTimestamp();
        yield return new ChatResponseUpdate(ChatRole.Assistant, Text);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
