using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Llm;

/// <summary>Turns what a connector throws into words, and into what can be retried: whichever connector it is, the rest knows one exception.</summary>
internal sealed class WordingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (Exception fault) when (ModelFaults.Sentence(fault) is not null)
        {
            throw ModelFaults.Worded(fault);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates))
            yield return updates.Current;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception fault) when (ModelFaults.Sentence(fault) is not null)
        {
            throw ModelFaults.Worded(fault);
        }
    }
}
