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
        services.TryAddSingleton(configuration);
        return services
            .AddLibraries(dataDirectory)
            .AddIngestion(configuration)
            .AddRetrieval().AddKnownKeys<RetrievalOptions>(configuration, "Retrieval")
            .AddBriefing().AddKnownKeys<BriefingOptions>(configuration, "Briefing")
            .AddWeb(configuration);
    }

    private static IServiceCollection AddLibraries(this IServiceCollection services, string dataDirectory) =>
        services.AddSingleton(provider => new LibraryCatalog(dataDirectory, provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IValidateOptions<IngestionOptions>, IngestionOptions.Validator>()
        .AddSection<IngestionOptions>(configuration, IngestionOptions.Section)
        .AddSingleton(provider => new SourceWalker(provider.GetRequiredService<IngestionOptions>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new Ingestor(provider.GetRequiredService<IngestionOptions>(), provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IValidateOptions<WebOptions>, WebOptions.Validator>()
        .AddSection<WebOptions>(configuration, WebOptions.Section);

    /// <summary>Options of a section, validated at the start and handed out as they are.</summary>
    private static IServiceCollection AddSection<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class
    {
        services.AddKnownKeys<T>(configuration, section);
        services.AddOptionsWithValidateOnStart<T>().Bind(configuration.GetSection(section));
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }

    private static IServiceCollection AddKnownKeys<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class =>
        services.AddSingleton<IValidateOptions<T>>(new KnownKeys<T>(configuration.GetSection(section)));
}
