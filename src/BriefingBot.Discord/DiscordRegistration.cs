using BriefingBot.Core.Chat;
using BriefingBot.Discord.Gateway;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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

        services.AddSingleton(Connect);
        return services.AddSingleton<IChatPlatform>(static provider => provider.GetRequiredService<DiscordPlatform>());
    }

    private static DiscordPlatform Connect(IServiceProvider provider)
    {
        // A host has logging; a verb of the command line tells its faults itself.
        var loggers = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var clock = DiscordParts.Clock(provider.GetRequiredService<TimeProvider>(), provider.GetService<GatewayTimings>());
        var parts = DiscordParts.Build(provider.GetRequiredService<IOptions<DiscordOptions>>().Value, provider.GetRequiredService<ChatMenu>(), clock, loggers);
        return new DiscordPlatform(parts, loggers.CreateLogger<DiscordPlatform>());
    }
}

[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
