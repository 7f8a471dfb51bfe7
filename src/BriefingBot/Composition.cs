using BriefingBot.Core.Briefing;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot;

/// <summary>What the program is made of: one call per feature, in the order a document takes.</summary>
internal static class Composition
{
    public static IServiceCollection AddBriefingBot(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddLibraries(dataDirectory)
            .AddIngestion(configuration.GetSection("Ingestion"))
            .AddRetrieval(configuration.GetSection("Retrieval"))
            .AddBriefing(configuration.GetSection("Briefing"))
            .AddWeb(configuration.GetSection(WebOptions.Section));
    }

    private static IServiceCollection AddLibraries(this IServiceCollection services, string dataDirectory) =>
        services.AddSingleton(provider => new LibraryCatalog(dataDirectory, provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddIngestion(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptionsWithValidateOnStart<IngestionOptions>().Bind(section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<IngestionOptions>>().Value);
        return services.AddSingleton<Ingestor>();
    }

    private static IServiceCollection AddRetrieval(this IServiceCollection services, IConfigurationSection section) =>
        services.AddSingleton<Retriever>();

    private static IServiceCollection AddBriefing(this IServiceCollection services, IConfigurationSection section) =>
        services.AddSingleton<Briefer>();

    private static IServiceCollection AddWeb(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptions.Validator>();
        services.AddOptionsWithValidateOnStart<WebOptions>().Bind(section);
        return services;
    }
}
