using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Digests;

/// <summary>Registration of the digests.</summary>
public static class DigestsFeature
{
    /// <summary>Adds <see cref="DigestMaker"/>, the constants bound from <c>Digests:*</c> and checked at start.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DigestOptions>()
            .BindConfiguration("Digests")
            .Validate(o => o.Late >= TimeSpan.Zero && o.Late <= TimeSpan.FromHours(23), "Digests:Late must lie between 00:00:00 and 23:00:00.")
            .Validate(o => o.Every >= TimeSpan.FromSeconds(1) && o.Every <= TimeSpan.FromMinutes(1), "Digests:Every must lie between 00:00:01 and 00:01:00.");
        services.TryAddSingleton(provider => new ScheduledDigestStore(provider.GetRequiredService<BotFile>()));
        services.TryAddSingleton(provider => new DigestMaker(provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>
    /// Adds the worker that makes and posts what is due. Needs <see cref="AddDigests"/>, <c>AddChannels</c> and <c>AddCommands</c>; posts to the platforms that
    /// are registered.
    /// </summary>
    public static IServiceCollection AddDigestScheduler(this IServiceCollection services) => services.AddSingleton<IHostedService>(provider => Scheduler(provider, null));

    /// <param name="provider">The services.</param>
    /// <param name="faults">Called between every two lasting steps; null but in tests.</param>
    internal static DigestScheduler Scheduler(IServiceProvider provider, Action<string>? faults)
    {
        var (time, options) = (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<DigestOptions>>().Value);
        var (catalog, writer) = (provider.GetRequiredService<LibraryCatalog>(), provider.GetRequiredService<IDigestWriter>());
        var pauses = new DigestPauses(catalog, provider.GetRequiredService<BindingStore>(), provider.GetRequiredService<ScheduledDigestStore>(), writer, time);
        return new DigestScheduler(
            catalog,
            new DigestPoster(
                new DigestMaker(time) { Faults = faults },
                new DigestOutbox(time, writer, options.Late) { Faults = faults, Opens = pauses.Opens },
                pauses,
                options,
                provider.GetServices<IChatPlatform>()),
            options,
            time,
            provider.GetRequiredService<ILogger<DigestScheduler>>());
    }
}
