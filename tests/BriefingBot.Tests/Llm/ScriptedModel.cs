using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests.Llm;

/// <summary>A model without a wire: gives what the test makes of the request, in pieces, with neither usage nor finish reason.</summary>
internal sealed class ScriptedModel(Func<string, string> write) : IChatClient
{
    public int Asked { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked++;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, write(messages.Last().Text))));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked++;
        var text = write(messages.Last().Text);
        for (var at = 0; at < text.Length; at += 11)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, text[at..Math.Min(text.Length, at + 11)]);
        }

        await Task.CompletedTask;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
