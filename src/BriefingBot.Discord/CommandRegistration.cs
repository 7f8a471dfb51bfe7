using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Interactions;
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
        var wanted = Wire(menu, inOneGuild: guild is not null);
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

    /// <summary>The menu as Discord takes it: subcommands below their command, message commands beside.</summary>
    internal static ApplicationCommand[] Wire(ChatMenu menu, bool inOneGuild)
    {
        IReadOnlyList<int>? contexts = inOneGuild ? null : [0, 1];
        var slash = menu.Commands.GroupBy(static command => command.Name.Split(' ')[0], StringComparer.Ordinal).Select(group => new ApplicationCommand
        {
            Name = group.Key,
            Description = group.First() is var first && first.Name == group.Key ? first.Description : $"{char.ToUpperInvariant(group.Key[0])}{group.Key[1..]}: {string.Join(", ", group.Select(static command => command.Name.Split(' ', 2)[^1]))}",
            Options = group.First().Name == group.Key ? Options(group.First()) : [.. group.Select(Subcommand)],
            DefaultMemberPermissions = Audience(group),
            Contexts = contexts,
        });
        var onMessages = menu.Commands.Where(static command => command.MessageLabel is not null).Select(command => new ApplicationCommand
        {
            Name = command.MessageLabel!,
            Type = CommandType.Message,
            DefaultMemberPermissions = Audience([command]),
            Contexts = contexts,
        });
        return [.. slash, .. onMessages];
    }

    /// <summary>What only editors may call is offered to those who manage the guild until the guild changes that; rights are checked again when it is called.</summary>
    private static string? Audience(IEnumerable<CommandDefinition> commands)
        => commands.All(static command => command.Role == DeskRole.Editor) ? ((ulong)Permissions.ManageGuild).ToString() : null;

    private static ApplicationCommandOption Subcommand(CommandDefinition command) => new()
    {
        Type = OptionType.SubCommand,
        Name = command.Name.Split(' ', 2)[1],
        Description = command.Description,
        Options = Options(command),
    };

    private static ApplicationCommandOption[] Options(CommandDefinition command)
        => [.. command.Options.OrderByDescending(static option => option.Required).Select(static option => new ApplicationCommandOption
        {
            Type = option.Type switch
            {
                CommandOptionType.Number => OptionType.Integer,
                CommandOptionType.Flag => OptionType.Boolean,
                CommandOptionType.File => OptionType.Attachment,
                _ => OptionType.Text,
            },
            Name = option.Name,
            Description = option.Description,
            Required = option.Required ? true : null,
            Autocomplete = option.Suggests ? true : null,
            MaxLength = option.Type == CommandOptionType.Text && option.Most is { } most ? Math.Clamp(most, 1, 6_000) : null,
            MaxValue = option.Type == CommandOptionType.Number ? option.Most : null,
            Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(static choice => new CommandChoice(choice.Label, choice.Value))],
        })];

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
