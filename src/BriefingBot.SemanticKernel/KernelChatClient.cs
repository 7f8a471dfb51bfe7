using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using TextContent = Microsoft.Extensions.AI.TextContent;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// Any Semantic Kernel chat completion behind <see cref="IChatClient"/>, for text only. Semantic Kernel's own bridge leaves out what a reply took and
/// why it ended; both stand in its metadata, see <see cref="ReplyMetadata"/>.
/// </summary>
/// <param name="completion">The connector; its own retries and time-outs must be off.</param>
/// <param name="takesTemperature">Whether the model takes a temperature.</param>
internal sealed class KernelChatClient(IChatCompletionService completion, bool takesTemperature) : IChatClient
{
    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">The server refused or could not be reached, where the connector's own exception does not say more.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var replies = await Bare(() => completion.GetChatMessageContentsAsync(History(messages), Settings(options), kernel: null, cancellationToken));
        var reply = replies[0];
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, reply.Content ?? ""))
        {
            ModelId = reply.ModelId,
            FinishReason = ReplyMetadata.Reason(reply.Metadata),
            Usage = ReplyMetadata.Usage(reply.Metadata),
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var pieces = completion.GetStreamingChatMessageContentsAsync(History(messages), Settings(options), kernel: null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Bare(() => pieces.MoveNextAsync().AsTask()))
        {
            var piece = pieces.Current;
            List<AIContent> contents = string.IsNullOrEmpty(piece.Content) ? [] : [new TextContent(piece.Content)];
            if (ReplyMetadata.Usage(piece.Metadata) is { } usage) contents.Add(new UsageContent(usage));
            yield return new ChatResponseUpdate(ChatRole.Assistant, contents) { ModelId = piece.ModelId, FinishReason = ReplyMetadata.Reason(piece.Metadata) };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType.IsInstanceOfType(this) ? this : serviceType.IsInstanceOfType(completion) ? completion : null;

    public void Dispose() => (completion as IDisposable)?.Dispose();

    private static ChatHistory History(IEnumerable<ChatMessage> messages) => new(messages.Select(message => new ChatMessageContent(new AuthorRole(message.Role.Value), message.Text)));

    /// <summary>By the names every connector reads its own settings from.</summary>
    private PromptExecutionSettings? Settings(ChatOptions? options)
    {
        if (options is null) return null;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (options.MaxOutputTokens is { } tokens) values["max_tokens"] = tokens;
        if (takesTemperature && options.Temperature is { } temperature) values["temperature"] = temperature;
        return new PromptExecutionSettings { ExtensionData = values };
    }

    /// <summary>The vendor's own fault where Semantic Kernel wraps one, since it knows the headers; else what every vendor has: the status.</summary>
    private static async Task<T> Bare<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpOperationException wrapped)
        {
            if (wrapped.InnerException is not null) ExceptionDispatchInfo.Throw(wrapped.InnerException);
            throw new HttpRequestException(wrapped.Message, wrapped, wrapped.StatusCode);
        }
    }
}
