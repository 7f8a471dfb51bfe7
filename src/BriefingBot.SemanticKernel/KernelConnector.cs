using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// The one registration of a Semantic Kernel chat completion. For another connector, reference its package in place of the OpenAI one and write its
/// <c>builder.Add…ChatCompletion(…)</c> here (https://learn.microsoft.com/semantic-kernel/concepts/ai-services/chat-completion).
/// </summary>
public static class KernelConnector
{
    private const string NoKey = "none";

    /// <summary>The library and its version, for the log.</summary>
    public static string Library { get; } = $"Semantic Kernel {typeof(Kernel).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The model behind <see cref="IChatClient"/>, whichever connector stands in between.</summary>
    public static IChatClient Open(KernelModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion(model.Name, Client(model));
        return new KernelChatClient(builder.Build().GetRequiredService<IChatCompletionService>(), model.TakesTemperature);
    }

    /// <summary>Without retries and without a time limit of its own: one place around every connector has both, and it knows the deadline.</summary>
    private static OpenAIClient Client(KernelModel model)
    {
        HttpMessageHandler handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (model.OldTokenLimit) handler = new OldTokenLimitHandler(handler);
        return new OpenAIClient(new ApiKeyCredential(model.ApiKey ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = model.Endpoint,
            Transport = new HttpClientPipelineTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });
    }
}
