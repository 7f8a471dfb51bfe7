using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rendering;

/// <summary>Writes the menu as Discord's commands.</summary>
internal static class MenuRenderer
{
    /// <summary>The menu as Discord takes it: subcommands below their command, message commands beside.</summary>
    public static ApplicationCommand[] Commands(ChatMenu menu, bool inOneGuild)
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
}
