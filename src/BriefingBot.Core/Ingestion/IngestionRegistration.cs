using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Ingestion.Rereading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Ingestion;

/// <summary>Puts ingestion into the container.</summary>
public static class IngestionRegistration
{
    /// <summary>Options from the section <c>Ingestion</c> (a bad value stops start-up and names its key), the readers, the ingestor and the walker.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<IngestionOptions, IngestionOptions.Validator>().BindConfiguration(IngestionOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        foreach (var reader in DocumentReaders.All) services.AddSingleton(reader);
        services.AddSingleton(provider => new Ingestor(Options(provider), provider.GetRequiredService<TimeProvider>(), [.. provider.GetServices<IDocumentReader>()]));
        services.AddOptionsWithValidateOnStart<FetchOptions, FetchOptions.Validator>().BindConfiguration(FetchOptions.Section);
        services.AddSingleton(provider => new LinkFetcher(provider.GetRequiredService<IOptions<FetchOptions>>().Value, Options(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LinkSource>();
        services.AddSingleton<FeedPoller>();
        services.AddSingleton(provider => new PageRereader(provider.GetRequiredService<LinkSource>(), provider.GetRequiredService<Ingestor>(), provider.GetRequiredService<IOptions<FetchOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SourceWalker(Options(provider), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IngestionOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<IngestionOptions>>().Value;
}
