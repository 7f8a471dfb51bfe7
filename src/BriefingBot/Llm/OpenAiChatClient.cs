using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BriefingBot.Llm;

/// <summary>
/// The OpenAI SDK behind <see cref="IChatClient"/>, for text only (https://platform.openai.com/docs/api-reference/chat). The SDK's own retries are off:
/// one place retries, and it knows the deadline.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private const string NoKey = "none";
    private readonly ChatClient _client;
    private readonly ModelOptions _options;
    private readonly bool _hosted;

    public OpenAiChatClient(ModelOptions options)
    {
        _options = options;
        var endpoint = new Uri(options.Endpoint!.TrimEnd('/'));
        _hosted = options.Hosted;
        _client = new ChatClient(options.Name, new ApiKeyCredential(options.ApiKey ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = endpoint,
            NetworkTimeout = options.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var completion = (await _client.CompleteChatAsync(Messages(messages), Options(options), cancellationToken)).Value;
        var text = string.Concat(completion.Content.Select(part => part.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { ModelId = completion.Model, FinishReason = Reason(completion.FinishReason), Usage = Usage(completion.Usage) };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _client.CompleteChatStreamingAsync(Messages(messages), Options(options), cancellationToken))
        {
            var contents = update.ContentUpdate.Where(part => part.Text is not null).Select(part => (AIContent)new TextContent(part.Text)).ToList();
            if (Usage(update.Usage) is { } usage) contents.Add(new UsageContent(usage));
            yield return new ChatResponseUpdate(ChatRole.Assistant, contents) { FinishReason = update.FinishReason is { } reason ? Reason(reason) : null, ModelId = update.Model };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static List<OpenAI.Chat.ChatMessage> Messages(IEnumerable<ChatMessage> messages) =>
    [
        .. messages.Select(message => message.Role == ChatRole.System ? (OpenAI.Chat.ChatMessage)new SystemChatMessage(message.Text)
            : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
            : new UserChatMessage(message.Text)),
    ];

    private ChatCompletionOptions Options(ChatOptions? options)
    {
        var asked = new ChatCompletionOptions();

        if (options?.Temperature is { } temperature && _options.TakesTemperature) asked.Temperature = temperature;
        if (options?.MaxOutputTokens is not { } tokens) return asked;
        if (_hosted)
        {
            asked.MaxOutputTokenCount = tokens;
        }
        else
        {
            // Other servers know this limit by its first name only.
#pragma warning disable SCME0001
            asked.Patch.Set("$.max_tokens"u8, tokens);
#pragma warning restore SCME0001
        }

        return asked;
    }

    private static Microsoft.Extensions.AI.ChatFinishReason? Reason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Stop => Microsoft.Extensions.AI.ChatFinishReason.Stop,
        OpenAI.Chat.ChatFinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
        _ => null,
    };

    private static UsageDetails? Usage(ChatTokenUsage? usage) =>
        usage is null ? null : new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };
}
