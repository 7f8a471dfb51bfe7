using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Reads interactions as requests every platform shares.</summary>
internal sealed class InteractionReader(ChatMenu menu, AttachmentDownloads downloads, TimeProvider time)
{
    private const ulong Administrator = 1UL << 3;
    private const ulong ManageGuild = 1UL << 5;

    /// <summary>Who sees the reply to a command. What is called on somebody's message is answered to the caller alone.</summary>
    public bool IsPrivate(Interaction interaction)
    {
        var (name, options) = Command(interaction.Data!);
        return interaction.Data!.Type == CommandType.Message
            || menu.PrivateCommands.Contains(name)
            || options.Any(static option => option.Name == ChatMenu.PrivateOption && option.Value is { ValueKind: JsonValueKind.True });
    }

    /// <summary>Who sees the reply to an action. Under what its asker alone sees, nothing is public.</summary>
    public bool IsPrivate(Interaction interaction, ChatActionId action)
        => !menu.PublicActions.Contains(action.Verb) || (interaction.Message?.Flags & MessageFlags.Ephemeral) is > 0;

    public CommandRequest ReadCommand(Interaction interaction, ReplyAddress address)
    {
        var data = interaction.Data!;
        var (name, options) = Command(data);
        var target = data.TargetId is { } id ? data.Resolved?.Messages.GetValueOrDefault(id) : null;
        var values = Values(options);
        if (target is not null)
        {
            values[ChatMenu.MessageTextOption] = target.Content;
        }

        var named = options.Where(static option => option.Type == OptionType.Attachment)
            .Select(option => Snowflake.TryParse(option.Value?.ToString(), out var file) ? data.Resolved?.Attachments.GetValueOrDefault(file) : null)
            .OfType<DiscordAttachment>();
        return With(interaction, address, new CommandRequest
        {
            Id = interaction.Id.ToString(),
            Place = address.Place,
            Person = Person(interaction),
            Command = name,
            Options = values,
            Attachments = [.. (target?.Attachments ?? [.. named]).Select(downloads.Of)],
        });
    }

    public ActionRequest ReadAction(Interaction interaction, ReplyAddress address, ChatActionId action, string? value) => With(interaction, address, new ActionRequest
    {
        Id = interaction.Id.ToString(),
        Place = address.Place,
        Person = Person(interaction),
        Action = action,
        Value = value,
        MessageId = interaction.Message?.Id.ToString() ?? "",
    });

    /// <summary>Null when no option is being typed.</summary>
    public SuggestRequest? ReadSuggest(Interaction interaction, ReplyAddress address)
    {
        var (name, options) = Command(interaction.Data!);
        return options.FirstOrDefault(static option => option.Focused) is not { } focused ? null : With(interaction, address, new SuggestRequest
        {
            Id = interaction.Id.ToString(),
            Place = address.Place,
            Person = Person(interaction),
            Command = name,
            Option = focused.Name,
            Typed = focused.Value?.ToString() ?? "",
            Options = Values(options),
        });
    }

    public static ReplyAddress Address(Interaction interaction, bool @private)
    {
        var channel = interaction.ChannelId ?? interaction.Channel?.Id ?? default;
        var thread = interaction.Channel is { IsThread: true, ParentId: not null };
        var place = new ChatPlace(
            DiscordPlatform.PlatformName,
            interaction.GuildId?.ToString(),
            (thread ? interaction.Channel!.ParentId!.Value : channel).ToString(),
            thread ? channel.ToString() : null);
        return new ReplyAddress(interaction.Id, place, User(interaction)?.Id ?? default)
        {
            Application = interaction.ApplicationId,
            Token = interaction.Token,
            Private = @private,
        };
    }

    private T With<T>(Interaction interaction, ReplyAddress address, T request) where T : ChatRequest => request with
    {
        PlatformRoles = (interaction.Member?.Roles ?? []).Select(static role => role.ToString()).ToHashSet(StringComparer.Ordinal),
        ManagesWorkspace = ulong.TryParse(interaction.Member?.Permissions, out var may) && (may & (Administrator | ManageGuild)) != 0,
        ReceivedUtc = time.GetUtcNow(),
        ReplyAddress = address.ToText(),
    };

    /// <summary>The command's name with its subcommand, and the options below.</summary>
    private (string Name, IReadOnlyList<InteractionOption> Options) Command(InteractionData data)
    {
        if (data.Type == CommandType.Message)
        {
            return (menu.Commands.FirstOrDefault(command => command.MessageLabel == data.Name)?.Name ?? data.Name, []);
        }

        var (name, options) = (data.Name, data.Options);
        while (options is [{ Type: OptionType.SubCommand or OptionType.SubCommandGroup } inner])
        {
            (name, options) = ($"{name} {inner.Name}", inner.Options);
        }

        return (name, options);
    }

    private static Dictionary<string, string> Values(IReadOnlyList<InteractionOption> options)
        => options.Where(static option => option.Type != OptionType.Attachment && option.Value is not null)
            .DistinctBy(static option => option.Name, StringComparer.Ordinal)
            .ToDictionary(static option => option.Name, static option => Text(option.Value!.Value), StringComparer.Ordinal);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };

    private static DiscordUser? User(Interaction interaction) => interaction.Member?.User ?? interaction.User;

    private static ChatPerson Person(Interaction interaction) => People.Of(User(interaction), interaction.Member);
}

/// <summary>People as requests name them.</summary>
internal static class People
{
    public static ChatPerson Of(DiscordUser? user, GuildMember? member)
        => new(DiscordPlatform.PlatformName, (user?.Id ?? default).ToString(), member?.Nick ?? user?.GlobalName ?? user?.Username ?? "someone");
}
