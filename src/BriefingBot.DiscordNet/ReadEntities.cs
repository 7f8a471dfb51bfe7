using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Discord.Rest;
using Discord.WebSocket;
using Net = Discord;

namespace BriefingBot.DiscordNet;

/// <summary>Discord.Net's entities as the records the platform reads.</summary>
internal static class ReadEntities
{
    public static DiscordUser User(Net.IUser user) => new() { Id = new(user.Id), Username = user.Username ?? "", GlobalName = user.GlobalName, Bot = user.IsBot };

    /// <summary>Null outside a guild.</summary>
    public static GuildMember? Member(Net.IUser? user) => user is not Net.IGuildUser member ? null : new()
    {
        User = User(member),
        Nick = member.Nickname,
        // The library counts everyone's role, whose id is the guild's, among a member's own.
        Roles = [.. member.RoleIds.Where(role => role != member.GuildId).Select(static role => new Snowflake(role))],
        Permissions = member.GuildPermissions.RawValue.ToString(),
    };

    /// <exception cref="DiscordApiException">After a new session a guild's roles come a moment later.</exception>
    public static DiscordGuild Guild(SocketGuild guild) => guild.EveryoneRole is null ? throw new DiscordApiException("Discord has not told yet what stands in the guild.") { Transient = true } : new()
    {
        Id = new(guild.Id),
        OwnerId = new(guild.OwnerId),
        Roles = [.. guild.Roles.Select(static role => new GuildRole(new(role.Id), role.Permissions.RawValue.ToString()))],
    };

    public static DiscordChannel Channel(Net.IChannel channel) => new()
    {
        Id = new(channel.Id),
        Type = channel switch
        {
            Net.IThreadChannel => ChannelType.PublicThread,
            Net.IDMChannel => ChannelType.DirectMessage,
            _ => ChannelType.GuildText,
        },
        GuildId = channel is Net.IGuildChannel { GuildId: var guild } ? new(guild) : null,
        ParentId = channel switch
        {
            SocketThreadChannel { ParentChannel: { } parent } => new(parent.Id),
            RestThreadChannel thread => new(thread.ParentChannelId),
            _ => null,
        },
        OwnerId = channel is Net.IThreadChannel { OwnerId: var owner } ? new(owner) : null,
        Name = channel.Name,
        PermissionOverwrites = channel is Net.IThreadChannel or not Net.IGuildChannel ? [] : [.. ((Net.IGuildChannel)channel).PermissionOverwrites.Select(Overwrite)],
    };

    public static DiscordAttachment Attachment(Net.IAttachment attachment) => new() { Id = new(attachment.Id), Filename = attachment.Filename, Size = attachment.Size, Url = attachment.Url };

    public static DiscordMessage Message(Net.IMessage message) => new()
    {
        Id = new(message.Id),
        ChannelId = new(message.Channel?.Id ?? 0),
        GuildId = message.Channel is Net.IGuildChannel { GuildId: var guild } ? new(guild) : null,
        Author = User(message.Author),
        Member = Member(message.Author),
        WebhookId = message.Author.IsWebhook ? new(message.Author.Id) : null,
        Content = message.Content ?? "",
        Type = (int)message.Type,
        Mentions = message switch
        {
            SocketMessage { MentionedUsers: { } named } => [.. named.Select(User)],
            RestMessage { MentionedUsers: { } named } => [.. named.Select(User)],
            _ => [],
        },
        Attachments = [.. message.Attachments.Select(Attachment)],
        ReferencedMessage = message is Net.IUserMessage { ReferencedMessage: { } replied } ? Message(replied) : null,
        Components = [.. message.Components.OfType<Net.ActionRowComponent>().Select(static row => new Component { Type = ComponentType.ActionRow, Components = [.. row.Components.Select(Part)] })],
        Flags = (int)(message.Flags ?? Net.MessageFlags.None),
    };

    private static Component Part(Net.IMessageComponent part) => part is Net.ButtonComponent button
        ? new() { Type = ComponentType.Button, CustomId = button.CustomId, Label = button.Label, Url = button.Url }
        : new() { Type = (ComponentType)part.Type, CustomId = part.CustomId };

    private static PermissionOverwrite Overwrite(Net.Overwrite overwrite)
        => new(new(overwrite.TargetId), (int)overwrite.TargetType, overwrite.Permissions.AllowValue.ToString(), overwrite.Permissions.DenyValue.ToString());
}
