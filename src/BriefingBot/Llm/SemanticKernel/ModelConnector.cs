using BriefingBot.SemanticKernel;
using Microsoft.Extensions.AI;

namespace BriefingBot.Llm;

/// <summary>The library that speaks to the model's server, where the build chose Semantic Kernel.</summary>
internal static class ModelConnector
{
    /// <summary>The library and its version, for the log.</summary>
    public static string Library => KernelConnector.Library;

    public static IChatClient Open(ModelOptions options) => KernelConnector.Open(
        new KernelModel(new Uri(options.Endpoint!.TrimEnd('/')), options.Name!, options.ApiKey, OldTokenLimit: !options.Hosted, options.TakesTemperature));
}
