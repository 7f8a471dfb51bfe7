using System.Runtime.CompilerServices;
using BriefingBot.Core.Briefing.Models;
using Microsoft.Extensions.AI;

namespace BriefingBot.Llm;

/// <summary>Counts tokens and keeps to a daily budget (UTC days, counted since the process began). A request that began within it is let to its end.</summary>
internal sealed class BudgetChatClient(IChatClient inner, long? daily, ModelMeter meter, TimeProvider time) : DelegatingChatClient(inner)
{
    private readonly Lock _lock = new();
    private DateOnly _day;
    private long _spent;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        Admit();
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
        Admit();
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

    private void Admit()
    {
        lock (_lock)
        {
            Turn();
            if (_spent >= daily) throw new ModelException("the model has used up its tokens for today (Model:DailyTokens)");
        }
    }

    private void Spend(TokenCount count)
    {
        meter.Add(count.Input, count.Output);
        lock (_lock)
        {
            Turn();
            _spent += count.Total;
        }
    }

    private void Turn()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day) (_day, _spent) = (today, 0);
    }
}
