using BriefingBot.Discord.Wire;
using Discord.WebSocket;
using Net = Discord;

namespace BriefingBot.DiscordNet;

/// <summary>First answers to interactions: each kind has its own word in Discord.Net.</summary>
internal static class Callbacks
{
    /// <returns>true; there is nothing to say.</returns>
    public static async Task<bool> SendAsync(SocketInteraction interaction, InteractionCallback callback, Net.RequestOptions options)
    {
        var data = callback.Data;
        var ephemeral = ((data?.Flags ?? 0) & MessageFlags.Ephemeral) != 0;
        await (callback.Type switch
        {
            CallbackType.DeferredMessage => DeferAsync(interaction, ephemeral, options),
            CallbackType.UpdateMessage => ((SocketMessageComponent)interaction).UpdateAsync(WriteMessages.Edit(data!.Content, data.Embeds, data.Components, data.AllowedMentions), options),
            CallbackType.Modal => interaction.RespondWithModalAsync(WriteMessages.Modal(data!), options),
            CallbackType.Autocomplete => ((SocketAutocompleteInteraction)interaction).RespondAsync((data!.Choices ?? []).Select(static choice => new Net.AutocompleteResult(choice.Name, choice.Value)), options),
            CallbackType.Message => interaction.RespondAsync(data!.Content, ephemeral: ephemeral, allowedMentions: WriteMessages.Mentions(data.AllowedMentions), options: options),
            _ => interaction.DeferAsync(options: options),
        });
        return true;
    }

    /// <summary>Under a message the plain deferral means that the message changes; a reply of its own has another name.</summary>
    private static Task DeferAsync(SocketInteraction interaction, bool ephemeral, Net.RequestOptions options) => interaction switch
    {
        SocketMessageComponent component => component.DeferLoadingAsync(ephemeral, options),
        SocketModal modal => modal.DeferLoadingAsync(ephemeral, options),
        _ => interaction.DeferAsync(ephemeral, options),
    };
}
