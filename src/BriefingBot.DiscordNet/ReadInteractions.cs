using System.Text.Json;
using BriefingBot.Discord.Wire;
using Discord.WebSocket;
using Net = Discord;

namespace BriefingBot.DiscordNet;

/// <summary>Discord.Net's interactions as the records the platform reads.</summary>
internal static class ReadInteractions
{
    public static Interaction Of(SocketInteraction interaction) => new()
    {
        Id = new(interaction.Id),
        ApplicationId = new(interaction.ApplicationId),
        Type = (InteractionType)interaction.Type,
        Token = interaction.Token,
        Data = Data(interaction),
        GuildId = interaction.GuildId is { } guild ? new(guild) : null,
        ChannelId = interaction.ChannelId is { } channel ? new(channel) : null,
        Channel = interaction.InteractionChannel is { } place ? ReadEntities.Channel(place) : null,
        Member = ReadEntities.Member(interaction.User),
        User = ReadEntities.User(interaction.User),
        Message = interaction switch
        {
            SocketMessageComponent { Message: { } message } => ReadEntities.Message(message),
            SocketModal { Message: { } message } => ReadEntities.Message(message),
            _ => null,
        },
    };

    private static InteractionData? Data(SocketInteraction interaction) => interaction switch
    {
        SocketSlashCommand slash => new() { Name = slash.Data.Name, Options = [.. slash.Data.Options.Select(Option)], Resolved = new() { Attachments = Files(slash.Data.Options) } },
        SocketMessageCommand { Data: var on } => new()
        {
            Name = on.Name,
            Type = CommandType.Message,
            TargetId = new(on.Message.Id),
            Resolved = new() { Messages = new Dictionary<Snowflake, DiscordMessage> { [new(on.Message.Id)] = ReadEntities.Message(on.Message) } },
        },
        SocketMessageComponent { Data: var pressed } => new() { CustomId = pressed.CustomId, ComponentType = (ComponentType)pressed.Type, Values = [.. pressed.Values ?? []] },
        SocketModal { Data: var form } => new() { CustomId = form.CustomId, Components = [.. form.Components.Select(static field => new Component { Type = (ComponentType)field.Type, CustomId = field.CustomId, Value = field.Value })] },
        SocketAutocompleteInteraction { Data: var typed } => new() { Name = typed.CommandName, Options = Nested(typed.Options) },
        _ => null,
    };

    private static InteractionOption Option(SocketSlashCommandDataOption option) => new()
    {
        Name = option.Name,
        Type = (OptionType)option.Type,
        Value = Value(option.Value is Net.IAttachment file ? file.Id.ToString() : option.Value),
        Options = [.. option.Options.Select(Option)],
    };

    /// <summary>The library hands subcommands and options out in one list, the outermost first.</summary>
    private static InteractionOption[] Nested(IEnumerable<Net.AutocompleteOption> flat)
    {
        var all = flat.Select(static option => new InteractionOption { Name = option.Name, Type = (OptionType)option.Type, Value = Value(option.Value), Focused = option.Focused }).ToArray();
        InteractionOption[] leaves = [.. all.Where(static option => !IsCommand(option))];
        return all.Where(IsCommand).Reverse().Aggregate(leaves, static (inner, command) => [command with { Value = null, Options = inner }]);
    }

    private static bool IsCommand(InteractionOption option) => option.Type is OptionType.SubCommand or OptionType.SubCommandGroup;

    private static Dictionary<Snowflake, DiscordAttachment> Files(IEnumerable<SocketSlashCommandDataOption> options)
        => options.SelectMany(WithInner).Select(static option => option.Value).OfType<Net.IAttachment>().ToDictionary(static file => new Snowflake(file.Id), ReadEntities.Attachment);

    private static IEnumerable<SocketSlashCommandDataOption> WithInner(SocketSlashCommandDataOption option) => [option, .. option.Options.SelectMany(WithInner)];

    private static JsonElement? Value(object? value) => value is null ? null : JsonSerializer.SerializeToElement(value, value.GetType());
}
