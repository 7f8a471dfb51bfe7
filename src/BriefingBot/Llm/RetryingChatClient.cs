using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace BriefingBot.Llm;

/// <summary>Asks again what may pass on its own, waiting as long as the server asks for. A stream is only asked for again before its first piece.</summary>
internal sealed class RetryingChatClient(IChatClient inner, TimeProvider time) : DelegatingChatClient(inner)
{
    private const int Retries = 2;

    /// <summary>A server that wants to be left alone for longer is given up.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = tried => ValueTask.FromResult(ModelFaults.MayPass(tried.Outcome.Exception) && !(ModelFaults.Asked(tried.Outcome.Exception) > LongestWait)),
            DelayGenerator = tried => ValueTask.FromResult(ModelFaults.Asked(tried.Outcome.Exception)),
        })
        .Build();

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await _pipeline.ExecuteAsync(async token => await base.GetResponseAsync(messages, options, token), cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (updates, any) = await _pipeline.ExecuteAsync(token => OpenAsync(messages, options, token), cancellationToken);
        await using (updates)
        {
            for (; any; any = await updates.MoveNextAsync())
                yield return updates.Current;
        }
    }

    private async ValueTask<(IAsyncEnumerator<ChatResponseUpdate> Updates, bool Any)> OpenAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            return (updates, await updates.MoveNextAsync());
        }
        catch
        {
            await updates.DisposeAsync();
            throw;
        }
    }
}
