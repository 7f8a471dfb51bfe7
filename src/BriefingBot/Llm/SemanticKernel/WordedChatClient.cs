using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Llm;

/// <summary>Puts the faults of a connector that knows nothing of us into our words.</summary>
internal sealed class WordedChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        WordedAsync(() => base.GetResponseAsync(messages, options, cancellationToken));

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await WordedAsync(() => updates.MoveNextAsync().AsTask())) yield return updates.Current;
    }

    private static async Task<T> WordedAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (ModelFaults.Sentence(fault) is not null)
        {
            throw ModelFaults.Worded(fault);
        }
    }
}
