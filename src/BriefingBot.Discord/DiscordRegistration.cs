using BriefingBot.Core.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Discord;

/// <summary>Takes Discord into a program.</summary>
public static partial class DiscordRegistration
{
    /// <summary>
    /// Registers the platform under <see cref="IChatPlatform"/> when <c>Discord:Token</c> is set; without a token nothing is
    /// registered and nothing leaves the process. The program must register a <see cref="ChatMenu"/>.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DiscordOptions.Section);
        services.AddOptionsWithValidateOnStart<DiscordOptions>().Bind(section);
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        if (string.IsNullOrWhiteSpace(section[nameof(DiscordOptions.Token)]))
        {
            return services;
        }

        services.AddSingleton(static provider => new DiscordPlatform(
            DiscordParts.Build(
                provider.GetRequiredService<IOptions<DiscordOptions>>().Value,
                provider.GetRequiredService<ChatMenu>(),
                DiscordParts.Clock(provider.GetRequiredService<TimeProvider>()),
                provider.GetRequiredService<ILoggerFactory>(),
                provider.GetService<OpenTransport>()),
            provider.GetRequiredService<ILogger<DiscordPlatform>>()));
        return services.AddSingleton<IChatPlatform>(static provider => provider.GetRequiredService<DiscordPlatform>());
    }
}

[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
