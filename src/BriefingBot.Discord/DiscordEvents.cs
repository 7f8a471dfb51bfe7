using System.Text.Json;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord;

/// <summary>Sends each event of the gateway to what deals with it. An event of a name that is not listed is none of ours.</summary>
internal sealed class DiscordEvents(InteractionHandler interactions, MessageHandler messages, ChannelDirectory channels, AbilityReader abilities, DiscordSelf self)
{
    private readonly RecentIds _seen = new();

    /// <exception cref="JsonException">The event is not shaped as Discord's are.</exception>
    public Task HandleAsync(string name, JsonElement data, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "READY":
                self.Greeted(data.Deserialize(DiscordJson.Default.ReadyData)!.User);
                return Task.CompletedTask;
            case "INTERACTION_CREATE":
                var interaction = data.Deserialize(DiscordJson.Default.Interaction)!;
                return _seen.Add(interaction.Id.Value) ? interactions.HandleAsync(interaction, cancellationToken) : Task.CompletedTask;
            case "MESSAGE_CREATE":
                var message = data.Deserialize(DiscordJson.Default.DiscordMessage)!;
                return _seen.Add(message.Id.Value) ? messages.HandleAsync(message, cancellationToken) : Task.CompletedTask;
            case "CHANNEL_UPDATE" or "CHANNEL_DELETE" or "THREAD_UPDATE" or "THREAD_DELETE":
                channels.Forget(data.Deserialize(DiscordJson.Default.DiscordChannel)!.Id);
                abilities.Forget();
                return Task.CompletedTask;
            case "GUILD_UPDATE" or "GUILD_DELETE" or "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE":
                abilities.Forget();
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }
}
