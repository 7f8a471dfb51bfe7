using System.Text.Json;
using BriefingBot.Core.Chat;

namespace BriefingBot.Discord.Gateway;

/// <summary>Discord's gateway, whoever keeps the connection: this assembly's own client, or a library.</summary>
internal interface IDiscordGateway
{
    /// <summary>
    /// Stays connected until cancelled. <paramref name="deliver"/> takes an event by Discord's name for it and with its data, those
    /// <see cref="DiscordEvents"/> lists; it never waits.
    /// </summary>
    /// <exception cref="ChatException">A setting must be changed first.</exception>
    Task RunAsync(Action<string, JsonElement> deliver, CancellationToken cancellationToken);
}
