using BriefingBot.Core.Briefing.Models;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Llm;

/// <summary>
/// Registration of the model. Which library speaks to its server is <see cref="ModelConnector"/>'s. Another connector is one keyed registration of <see cref="IChatClient"/> under <see cref="Connector"/>, before or after
/// this one; logging, retries, the budget and the limit stand around whichever it is.
/// </summary>
internal static class ModelFeature
{
    /// <summary>The key of the client that talks to the model itself.</summary>
    public const string Connector = "model-connector";

    private const int AtATime = 2;

    /// <summary>Without <c>Model:Endpoint</c> only the options are there, so that a slip of the pen in them is still told.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptionsWithValidateOnStart<ModelOptions, ModelOptions.Validator>().BindConfiguration(ModelOptions.Section);
        if (string.IsNullOrWhiteSpace(configuration[$"{ModelOptions.Section}:Endpoint"])) return services;
        services.TryAddKeyedSingleton<IChatClient>(Connector, (provider, _) => ModelConnector.Open(provider.GetRequiredService<IOptions<ModelOptions>>().Value));
        return services.AddSingleton<ModelMeter>().AddSettings().AddPipeline().AddModelWriting(Path.Combine(dataDirectory, "prompts"));
    }

    private static IServiceCollection AddSettings(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        return new ModelSettings(options.Name!, options.ContextTokens, options.OutputTokens, options.Timeout);
    });

    /// <summary>Everything around the connector, innermost first: what is logged is what went over the wire.</summary>
    private static IServiceCollection AddPipeline(this IServiceCollection services) => services.AddSingleton<IChatClient>(provider =>
    {
        var daily = provider.GetRequiredService<IOptions<ModelOptions>>().Value.DailyTokens;
        var time = provider.GetRequiredService<TimeProvider>();
        IChatClient client = new WordingChatClient(provider.GetRequiredKeyedService<IChatClient>(Connector));
        client = new LoggingChatClient(client, Logger<LoggingChatClient>(provider), time);
        client = new RetryingChatClient(client, time);
        var budget = new TokenBudget(daily, () => new ModelSpendStore(provider.GetRequiredService<BotFile>()), time, Logger<TokenBudget>(provider));
        client = new BudgetChatClient(client, budget, provider.GetRequiredService<ModelMeter>());
        return new LimitingChatClient(client, AtATime);
    });

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
