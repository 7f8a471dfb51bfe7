using BriefingBot.Core.Briefing;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Fetching;
using BriefingBot.Core.Libraries;
using BriefingBot.Core.Retrieval;
using BriefingBot.Discord;
using BriefingBot.Llm;
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
            .AddIngestion().AddKnownKeys<IngestionOptions>(configuration, IngestionOptions.Section)
            .AddKnownKeys<FetchOptions>(configuration, FetchOptions.Section)
            .AddRetrieval().AddKnownKeys<RetrievalOptions>(configuration, "Retrieval")
            .AddModel(configuration, dataDirectory).AddKnownKeys<ModelOptions>(configuration, ModelOptions.Section)
            .AddBriefing().AddKnownKeys<BriefingOptions>(configuration, "Briefing")
            .AddChannels().AddKnownKeys<LimitsOptions>(configuration, LimitsOptions.Section)
            .AddCommands()
            .AddDigests().AddKnownKeys<DigestOptions>(configuration, "Digests")
            .AddDiscordConnector().AddDiscord(configuration).AddKnownKeys<DiscordOptions>(configuration, DiscordOptions.Section)
            .AddWeb().AddKnownKeys<WebOptions>(configuration, WebOptions.Section);
    }

    private static IServiceCollection AddLibraries(this IServiceCollection services, string dataDirectory) =>
        services.AddSingleton(provider => new LibraryCatalog(dataDirectory, provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<WebOptions, WebOptions.Validator>().BindConfiguration(WebOptions.Section);
        return services;
    }

    private static IServiceCollection AddKnownKeys<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class =>
        services.AddSingleton<IValidateOptions<T>>(new KnownKeys<T>(configuration.GetSection(section)));
}
