using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rest;

/// <summary>The endpoints we use, by name.</summary>
internal sealed class DiscordApi(DiscordRest rest, DiscordOptions options)
{
    /// <summary>An interaction must be answered within three seconds; calls that do so give up a little before.</summary>
    internal static readonly TimeSpan CallbackDeadline = TimeSpan.FromSeconds(2.75);

    public Task<GatewayAddress> GatewayAsync(CancellationToken token)
        => rest.CallAsync(DiscordRoute.Gateway(), null, DiscordJson.Default.GatewayAddress, token);

    public Task<DiscordApplication> ApplicationAsync(CancellationToken token)
        => rest.CallAsync(DiscordRoute.Application(), null, DiscordJson.Default.DiscordApplication, token);

    public Task<ApplicationCommand[]> CommandsAsync(Snowflake application, Snowflake? guild, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Commands(HttpMethod.Get, application, guild), null, DiscordJson.Default.ApplicationCommandArray, token);

    public Task ReplaceCommandsAsync(Snowflake application, Snowflake? guild, ApplicationCommand[] commands, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Commands(HttpMethod.Put, application, guild), Bodies.Json(commands, DiscordJson.Default.ApplicationCommandArray), token);

    public Task<DiscordChannel> ChannelAsync(Snowflake channel, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Channel(channel), null, DiscordJson.Default.DiscordChannel, token);

    public Task<DiscordGuild> GuildAsync(Snowflake guild, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Guild(guild), null, DiscordJson.Default.DiscordGuild, token);

    public Task<GuildMember> MemberAsync(Snowflake guild, Snowflake user, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Member(guild, user), null, DiscordJson.Default.GuildMember, token);

    /// <summary>At most 100 messages after an id, in no order to rely on.</summary>
    public Task<DiscordMessage[]> MessagesAsync(Snowflake channel, Snowflake after, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Messages(channel, after), null, DiscordJson.Default.DiscordMessageArray, token);

    public Task<DiscordMessage> MessageAsync(Snowflake channel, Snowflake message, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Message(channel, message), null, DiscordJson.Default.DiscordMessage, token);

    /// <summary>Posts; a nonce is enforced, so that the same post made again finds the first.</summary>
    public Task<DiscordMessage> CreateAsync(Snowflake channel, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token)
    {
        if (string.IsNullOrEmpty(body.Nonce))
        {
            throw new ArgumentException("A post needs a nonce: without one it cannot be repeated.", nameof(body));
        }

        return rest.CallAsync(DiscordRoute.CreateMessage(channel), Message(body with { EnforceNonce = true }, files), DiscordJson.Default.DiscordMessage, token);
    }

    public Task<DiscordMessage> EditAsync(Snowflake channel, Snowflake message, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token)
        => rest.CallAsync(DiscordRoute.EditMessage(channel, message), Message(body, files), DiscordJson.Default.DiscordMessage, token);

    /// <summary>Takes one of our posts away. That it is gone already is no fault.</summary>
    public async Task DeleteAsync(Snowflake channel, Snowflake message, CancellationToken token)
    {
        try
        {
            await rest.CallAsync(DiscordRoute.DeleteMessage(channel, message), null, token);
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordCode.UnknownMessage)
        {
            return;
        }
    }

    public Task TypingAsync(Snowflake channel, CancellationToken token) => rest.CallAsync(DiscordRoute.Typing(channel), null, token);

    /// <summary>The channel for direct messages with a person.</summary>
    public Task<DiscordChannel> DirectChannelAsync(Snowflake user, CancellationToken token)
        => rest.CallAsync(DiscordRoute.DirectMessages(), Bodies.Json(new DirectMessageBody(user), DiscordJson.Default.DirectMessageBody), DiscordJson.Default.DiscordChannel, token);

    /// <summary>Answers an interaction. That it was answered already is no fault: an earlier attempt arrived after all.</summary>
    public async Task CallbackAsync(Snowflake interaction, string interactionToken, InteractionCallback callback, CancellationToken token)
    {
        try
        {
            await rest.CallAsync(DiscordRoute.Callback(interaction, interactionToken, CallbackDeadline), Bodies.Json(callback, DiscordJson.Default.InteractionCallback), token);
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordCode.AlreadyAcknowledged)
        {
            return;
        }
    }

    public Task<DiscordMessage> EditOriginalAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Original(HttpMethod.Patch, application, interactionToken), Message(body, files), DiscordJson.Default.DiscordMessage, token);

    /// <summary>The same for what is soon outdated: given up early, so that it cannot arrive after what replaces it.</summary>
    public Task ShowProgressAsync(Snowflake application, string interactionToken, MessageBody body, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Original(HttpMethod.Patch, application, interactionToken) with { Deadline = TimeSpan.FromSeconds(3), Repeatable = false }, Message(body, []), token);

    public Task DeleteOriginalAsync(Snowflake application, string interactionToken, CancellationToken token)
        => rest.CallAsync(DiscordRoute.Original(HttpMethod.Delete, application, interactionToken), null, token);

    public Task<DiscordMessage> FollowUpAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token)
        => rest.CallAsync(DiscordRoute.FollowUp(application, interactionToken), Message(body, files), DiscordJson.Default.DiscordMessage, token);

    private Func<HttpContent> Message(MessageBody body, IReadOnlyList<ReplyFile> files) => Bodies.Message(body, files, options.LargestFileBytes);
}
