using BriefingBot.Core.Chat;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// What the platform asks of Discord's REST API, whoever carries it there: this assembly's own client, or a library. A carrier waits for Discord's limits
/// and repeats what may be repeated; a refusal is a <see cref="DiscordApiException"/> with Discord's own code.
/// </summary>
internal interface IDiscordCalls
{
    Task<DiscordApplication> ApplicationAsync(CancellationToken token);

    Task<ApplicationCommand[]> CommandsAsync(Snowflake application, Snowflake? guild, CancellationToken token);

    Task ReplaceCommandsAsync(Snowflake application, Snowflake? guild, ApplicationCommand[] commands, CancellationToken token);

    Task<DiscordChannel> ChannelAsync(Snowflake channel, CancellationToken token);

    Task<DiscordGuild> GuildAsync(Snowflake guild, CancellationToken token);

    Task<GuildMember> MemberAsync(Snowflake guild, Snowflake user, CancellationToken token);

    /// <summary>At most 100 messages after an id, in no order to rely on.</summary>
    Task<DiscordMessage[]> MessagesAsync(Snowflake channel, Snowflake after, CancellationToken token);

    Task<DiscordMessage> MessageAsync(Snowflake channel, Snowflake message, CancellationToken token);

    /// <summary>Posts; a nonce is enforced, so that the same post made again finds the first.</summary>
    Task<DiscordMessage> CreateAsync(Snowflake channel, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token);

    Task<DiscordMessage> EditAsync(Snowflake channel, Snowflake message, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token);

    /// <summary>Takes one of our posts away. That it is gone already is no fault.</summary>
    Task DeleteAsync(Snowflake channel, Snowflake message, CancellationToken token);

    Task TypingAsync(Snowflake channel, CancellationToken token);

    /// <summary>The channel for direct messages with a person.</summary>
    Task<DiscordChannel> DirectChannelAsync(Snowflake user, CancellationToken token);

    /// <summary>Answers an interaction, within three seconds. That it was answered already is no fault: an earlier attempt arrived after all.</summary>
    Task CallbackAsync(Snowflake interaction, string interactionToken, InteractionCallback callback, CancellationToken token);

    Task<DiscordMessage> EditOriginalAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token);

    /// <summary>The same for what is soon outdated: given up early, so that it cannot arrive after what replaces it.</summary>
    Task ShowProgressAsync(Snowflake application, string interactionToken, MessageBody body, CancellationToken token);

    Task DeleteOriginalAsync(Snowflake application, string interactionToken, CancellationToken token);

    Task<DiscordMessage> FollowUpAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token);
}
