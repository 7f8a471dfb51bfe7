using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>Registers the menu's commands, for every guild or one, and only when they are not registered so already.</summary>
internal sealed partial class CommandRegistration(IDiscordCalls api, ChatMenu menu, DiscordOptions options, ILogger<CommandRegistration> logger)
{
    /// <summary>Whether something had to be changed.</summary>
    /// <exception cref="DiscordApiException">Discord refused.</exception>
    public async Task<bool> EnsureAsync(Snowflake application, CancellationToken token)
    {
        Snowflake? guild = Snowflake.TryParse(options.CommandsGuild, out var one) ? one : null;
        var wanted = MenuRenderer.Commands(menu, inOneGuild: guild is not null);
        var there = await api.CommandsAsync(application, guild, token);
        if (Fingerprint(wanted) == Fingerprint(there))
        {
            LogUnchanged(wanted.Length);
            return false;
        }

        await api.ReplaceCommandsAsync(application, guild, wanted, token);
        LogRegistered(wanted.Length, guild is null ? "every guild; clients may take a moment to show them" : $"guild {guild}");
        return true;
    }

    /// <summary>What of the commands is ours to say, in one order; what Discord adds to them is left out.</summary>
    private static string Fingerprint(IEnumerable<ApplicationCommand> commands)
    {
        var ours = commands
            .OrderBy(static command => command.Type).ThenBy(static command => command.Name, StringComparer.Ordinal)
            .Select(static command => command with { Options = Normal(command.Options), Contexts = command.Contexts is { } places ? [.. places.Order()] : null });
        return JsonSerializer.Serialize([.. ours], DiscordJson.Default.ApplicationCommandArray);
    }

    private static ApplicationCommandOption[]? Normal(IReadOnlyList<ApplicationCommandOption>? options) => options is null or { Count: 0 }
        ? null
        : [.. options.Select(static option => option with
        {
            Required = option.Required == true ? true : null,
            Autocomplete = option.Autocomplete == true ? true : null,
            Choices = option.Choices is { Count: > 0 } ? option.Choices : null,
            Options = Normal(option.Options),
        })];

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} commands are registered as they should be")]
    private partial void LogUnchanged(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} commands registered for {Where}")]
    private partial void LogRegistered(int count, string where);
}
