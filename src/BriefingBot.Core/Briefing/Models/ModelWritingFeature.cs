using BriefingBot.Core.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>Registration of what writes with a model, whichever it is.</summary>
public static partial class ModelWritingFeature
{
    /// <summary>Adds <see cref="ModelWriter"/> and <see cref="QuestionRewriter"/>. Needs an <see cref="IChatClient"/>, <see cref="ModelSettings"/> and a clock.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="promptFolders">Folders whose prompts win over those the program carries; they need not exist.</param>
    public static IServiceCollection AddModelWriting(this IServiceCollection services, params IReadOnlyList<string> promptFolders)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(provider =>
        {
            var logger = Logger<PromptCatalog>(provider);
            return new PromptCatalog(promptFolders, said => LogPrompt(logger, said));
        });
        services.AddSingleton(provider => new ModelWriter(
            provider.GetRequiredService<IChatClient>(), provider.GetRequiredService<PromptCatalog>(), provider.GetRequiredService<ModelSettings>(),
            provider.GetRequiredService<TimeProvider>(), Logger<ModelWriter>(provider)));
        return services.AddSingleton(provider => new QuestionRewriter(
            provider.GetRequiredService<IChatClient>(), provider.GetRequiredService<PromptCatalog>(), provider.GetRequiredService<ModelSettings>(),
            provider.GetRequiredService<TimeProvider>(), Logger<QuestionRewriter>(provider)));
    }

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;

    [LoggerMessage(1, LogLevel.Warning, "{Said}")]
    private static partial void LogPrompt(ILogger logger, string said);
}
