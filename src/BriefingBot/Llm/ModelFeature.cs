using BriefingBot.Core.Briefing.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Llm;

/// <summary>Registration of the model. Which library speaks to its server is <see cref="ModelConnector"/>'s.</summary>
internal static class ModelFeature
{
    private const int AtATime = 2;

    /// <summary>Without <c>Model:Endpoint</c> only the options are there, so that a slip of the pen in them is still told.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptionsWithValidateOnStart<ModelOptions, ModelOptions.Validator>().BindConfiguration(ModelOptions.Section);
        if (string.IsNullOrWhiteSpace(configuration[$"{ModelOptions.Section}:Endpoint"])) return services;
        return services.AddConnector().AddModelWriting(Path.Combine(dataDirectory, "prompts"));
    }

    /// <summary>The connector with everything around it, innermost first: what it logs is what went over the wire.</summary>
    private static IServiceCollection AddConnector(this IServiceCollection services) => services.AddSingleton<ModelMeter>().AddSingleton(provider =>
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        return new ModelSettings(options.Name!, options.ContextTokens, options.OutputTokens, options.Timeout);
    }).AddSingleton<IChatClient>(provider =>
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        var client = ModelConnector.Open(options);
        client = new LoggingChatClient(client, provider.GetService<ILogger<LoggingChatClient>>() ?? NullLogger<LoggingChatClient>.Instance, time);
        client = new RetryingChatClient(client, time);
        client = new BudgetChatClient(client, options.DailyTokens, provider.GetRequiredService<ModelMeter>(), time);
        return new LimitingChatClient(client, AtATime);
    });
}
