using Microsoft.Extensions.AI;
using OpenAI;

namespace BriefingBot.Llm;

/// <summary>
/// The library that speaks to the model's server. This one is built in; a build with <c>-p:ModelConnector=SemanticKernel</c> has the class of this name in
/// <c>SemanticKernel/</c> in its place. Both retry nothing and set no time limit: what is around them does.
/// </summary>
internal static class ModelConnector
{
    /// <summary>The library and its version, for the log.</summary>
    public static string Library { get; } = $"OpenAI SDK {typeof(OpenAIClient).Assembly.GetName().Version?.ToString(3)}";

    public static IChatClient Open(ModelOptions options) => new OpenAiChatClient(options);
}
