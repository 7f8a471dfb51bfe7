using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests.Llm;

/// <summary>A model whose every piece the test gives when it likes: what it wrote so far is out, and it waits.</summary>
internal sealed class StagedModel(Func<string, CancellationToken, IAsyncEnumerable<string>> write) : IChatClient
{
    private readonly Channel<string> _requests = Channel.CreateUnbounded<string>();

    /// <summary>The next request it got, waiting for it.</summary>
    public Task<string> AskedAsync() => _requests.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = "";
        await foreach (var piece in WriteAsync(messages, cancellationToken)) text += piece;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var piece in WriteAsync(messages, cancellationToken)) yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private IAsyncEnumerable<string> WriteAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var request = messages.Last().Text;
        _requests.Writer.TryWrite(request);
        return write(request, cancellationToken);
    }
}
