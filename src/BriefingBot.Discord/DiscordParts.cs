using System.Security.Cryptography;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>The platform's parts, put together.</summary>
internal sealed record DiscordParts(IDiscordCalls Api, IDiscordGateway Gateway, DiscordEvents Events, ReplySender Sender)
{
    public required DiscordSelf Self { get; init; }
    public required AbilityReader Abilities { get; init; }
    public required CommandRegistration Registration { get; init; }
    public required RequestRunner Runner { get; init; }

    /// <param name="options">The settings; a token must be among them.</param>
    /// <param name="menu">What is offered.</param>
    /// <param name="clock">Time and chance.</param>
    /// <param name="loggers">Loggers.</param>
    /// <param name="open">Opens what carries calls and events; null for our own.</param>
    public static DiscordParts Build(DiscordOptions options, ChatMenu menu, GatewayClock clock, ILoggerFactory loggers, OpenTransport? open = null)
    {
        var (api, gateway) = (open ?? DiscordTransport.BuiltIn)(options, clock, loggers);
        var downloads = new AttachmentDownloads(DiscordTransport.Http(), new DiscordCredentials(options.Token ?? "", options.ApiBaseUrl), options, clock.Time);
        var self = new DiscordSelf();
        var sender = new ReplySender(api, new PageStore(), new Continuations(api), clock.Time);
        var runner = new RequestRunner(loggers.CreateLogger<RequestRunner>());
        var abilities = new AbilityReader(api, self, clock.Time);
        var channels = new ChannelDirectory(api, self);
        var interactions = new InteractionHandler(api, new InteractionReader(menu, downloads, clock.Time), sender, runner, loggers.CreateLogger<InteractionHandler>());
        var messages = new MessageHandler(new MessageReader(api, abilities, downloads, self, clock.Time), channels, sender, runner, self);
        return new DiscordParts(
            api,
            gateway,
            new DiscordEvents(interactions, messages, channels, abilities, self),
            sender)
        {
            Self = self,
            Abilities = abilities,
            Registration = new CommandRegistration(api, menu, options, loggers.CreateLogger<CommandRegistration>()),
            Runner = runner,
        };
    }

    /// <summary>Time and chance as they are outside tests, unless the timings say otherwise.</summary>
    public static GatewayClock Clock(TimeProvider time, GatewayTimings? other = null)
    {
        var timings = other ?? new GatewayTimings();
        return new GatewayClock(time, new Backoff(new Random(RandomNumberGenerator.GetInt32(int.MaxValue)), timings.FirstBackoff, timings.LongestBackoff), timings);
    }
}
