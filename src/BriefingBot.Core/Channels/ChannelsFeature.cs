using BriefingBot.Core.Libraries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Channels;

/// <summary>Registration of channels.</summary>
public static class ChannelsFeature
{
    /// <summary>bot.db with grants, bindings, roles and the inbox; limits from the section <c>Limits</c>; the channels' lines. Needs <see cref="LibraryCatalog"/>.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<LimitsOptions, LimitsOptions.Validator>().BindConfiguration(LimitsOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LimitsOptions>>().Value);
        // Opened when first asked for: a verb that needs no bot.db makes none.
        services.TryAddSingleton(provider => provider.GetRequiredService<LibraryCatalog>().OpenBot());
        services.AddSingleton<LibraryShelf>();
        services.AddSingleton<GrantStore>();
        services.AddSingleton<BindingStore>();
        services.AddSingleton<RoleStore>();
        services.AddSingleton<InboxLog>();
        services.AddSingleton<ExchangeStore>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<Limits>();
        services.AddSingleton(provider => new ChannelQueues(provider.GetRequiredService<LimitsOptions>().Queue));
        return services;
    }
}
