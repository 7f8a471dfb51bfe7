using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.DependencyInjection;
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
        return services.AddSingleton(provider => new DigestMaker(provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Adds the worker that makes and posts what is due. Needs <see cref="AddDigests"/>; posts to the platforms that are registered.</summary>
    public static IServiceCollection AddDigestScheduler(this IServiceCollection services) => services.AddHostedService(provider => new DigestScheduler(
        provider.GetRequiredService<LibraryCatalog>(),
        provider.GetServices<IChatPlatform>(),
        provider.GetRequiredService<IOptions<DigestOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<DigestScheduler>>()));
}
