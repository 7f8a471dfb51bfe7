using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Llm;

/// <summary>Counts tokens and keeps to a daily budget. A request that began within it is let to its end.</summary>
internal sealed class BudgetChatClient(IChatClient inner, TokenBudget budget, ModelMeter meter) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        budget.Admit();
        var count = new TokenCount(asked);
        try
        {
            var response = await base.GetResponseAsync(asked, options, cancellationToken);
            count.Add(response);
            return response;
        }
        finally
        {
            Spend(count);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        budget.Admit();
        var count = new TokenCount(asked);
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(asked, options, cancellationToken))
            {
                count.Add(update);
                yield return update;
            }
        }
        finally
        {
            Spend(count);
        }
    }

    private void Spend(TokenCount count)
    {
        meter.Add(count.Input, count.Output);
        budget.Spend(count.Total);
    }
}
