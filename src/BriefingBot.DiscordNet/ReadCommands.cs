using BriefingBot.Discord.Wire;
using Discord.Rest;
using Net = Discord;

namespace BriefingBot.DiscordNet;

/// <summary>Registered commands, read and written.</summary>
internal static class ReadCommands
{
    public static ApplicationCommand Of(RestApplicationCommand command) => new()
    {
        Name = command.Name,
        Type = (CommandType)command.Type,
        Description = command.Description ?? "",
        Options = [.. (command.Options ?? []).Select(Option)],
        DefaultMemberPermissions = command.DefaultMemberPermissions.RawValue == 0 ? null : command.DefaultMemberPermissions.RawValue.ToString(),
        Contexts = command.ContextTypes is { Count: > 0 } contexts ? [.. contexts.Select(static context => (int)context)] : null,
    };

    public static Net.ApplicationCommandProperties ToNet(ApplicationCommand command)
    {
        Net.ApplicationCommandProperties written = command.Type == CommandType.Message
            ? new Net.MessageCommandBuilder { Name = command.Name }.Build()
            : new Net.SlashCommandBuilder { Name = command.Name, Description = command.Description, Options = (command.Options ?? []).Select(ToNet).ToList() }.Build();
        if (ulong.TryParse(command.DefaultMemberPermissions, out var permissions)) written.DefaultMemberPermissions = (Net.GuildPermission)permissions;
        if (command.Contexts is { } contexts) written.ContextTypes = contexts.Select(static context => (Net.InteractionContextType)context).ToHashSet();
        return written;
    }

    private static ApplicationCommandOption Option(RestApplicationCommandOption option) => new()
    {
        Type = (OptionType)option.Type,
        Name = option.Name,
        Description = option.Description ?? "",
        Required = option.IsRequired,
        Autocomplete = option.IsAutocomplete,
        MaxLength = option.MaxLength,
        MaxValue = (int?)option.MaxValue,
        Choices = [.. (option.Choices ?? []).Select(static choice => new CommandChoice(choice.Name, choice.Value?.ToString() ?? ""))],
        Options = [.. (option.Options ?? []).Select(Option)],
    };

    private static Net.SlashCommandOptionBuilder ToNet(ApplicationCommandOption option) => new()
    {
        Type = (Net.ApplicationCommandOptionType)option.Type,
        Name = option.Name,
        Description = option.Description,
        IsRequired = option.Required,
        IsAutocomplete = option.Autocomplete ?? false,
        MaxLength = option.MaxLength,
        MaxValue = option.MaxValue,
        Choices = option.Choices?.Select(static choice => new Net.ApplicationCommandOptionChoiceProperties { Name = choice.Name, Value = choice.Value }).ToList(),
        Options = option.Options?.Select(ToNet).ToList(),
    };
}
