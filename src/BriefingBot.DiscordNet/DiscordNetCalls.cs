using System.Net;
using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Discord;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Discord.WebSocket;
using Net = Discord;

namespace BriefingBot.DiscordNet;

/// <summary>The platform's calls by Discord.Net.</summary>
internal sealed class DiscordNetCalls(DiscordNetSession session, DiscordOptions options) : IDiscordCalls
{
    /// <summary>How long a call may take, waiting for limits included.</summary>
    private const int Patience = 60_000;
    private const int ProgressPatience = 3_000;

    public Task<DiscordApplication> ApplicationAsync(CancellationToken token) => Asking(token, async options =>
    {
        var application = await session.Client.Rest.GetApplicationInfoAsync(options);
        return new DiscordApplication(new(application.Id), application.Name) { Flags = (long)application.Flags };
    });

    public Task<ApplicationCommand[]> CommandsAsync(Snowflake application, Snowflake? guild, CancellationToken token) => Knowing<ApplicationCommand[]>(token, async options => guild is { } one
        ? [.. (await session.Client.Rest.GetGuildApplicationCommands(one.Value, options: options)).Select(ReadCommands.Of)]
        : [.. (await session.Client.Rest.GetGlobalApplicationCommands(options: options)).Select(ReadCommands.Of)]);

    public Task ReplaceCommandsAsync(Snowflake application, Snowflake? guild, ApplicationCommand[] commands, CancellationToken token) => Knowing(token, async options =>
    {
        var written = commands.Select(ReadCommands.ToNet).ToArray();
        return guild is { } one
            ? (await session.Client.Rest.BulkOverwriteGuildCommands(written, one.Value, options)).Count
            : (await session.Client.Rest.BulkOverwriteGlobalCommands(written, options)).Count;
    });

    public Task<DiscordChannel> ChannelAsync(Snowflake channel, CancellationToken token)
        => Asking(token, async options => ReadEntities.Channel(await session.Client.Rest.GetChannelAsync(channel.Value, options) ?? throw Unknown(DiscordCode.UnknownChannel)));

    public Task<DiscordGuild> GuildAsync(Snowflake guild, CancellationToken token)
        => Knowing(token, _ => Task.FromResult(ReadEntities.Guild(session.Client.GetGuild(guild.Value) ?? throw Unknown(UnknownGuild))));

    public Task<GuildMember> MemberAsync(Snowflake guild, Snowflake user, CancellationToken token)
        => Knowing(token, async options => ReadEntities.Member(session.Client.GetGuild(guild.Value)?.GetUser(user.Value) ?? (Net.IUser?)await session.Client.Rest.GetGuildUserAsync(guild.Value, user.Value, options)) ?? throw Unknown(UnknownMember));

    public Task<DiscordMessage[]> MessagesAsync(Snowflake channel, Snowflake after, CancellationToken token) => Asking<DiscordMessage[]>(token, async options =>
    {
        var found = new List<DiscordMessage>();
        await foreach (var page in (await PlaceAsync(channel, options)).GetMessagesAsync(after.Value, Net.Direction.After, 100, Net.CacheMode.AllowDownload, options).WithCancellation(token))
        {
            found.AddRange(page.Select(ReadEntities.Message));
        }

        return [.. found];
    });

    public Task<DiscordMessage> MessageAsync(Snowflake channel, Snowflake message, CancellationToken token)
        => Asking(token, async options => ReadEntities.Message(await (await PlaceAsync(channel, options)).GetMessageAsync(message.Value, Net.CacheMode.AllowDownload, options) ?? throw Unknown(DiscordCode.UnknownMessage)));

    public Task<DiscordMessage> CreateAsync(Snowflake channel, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token) => Asking(token, async asked =>
    {
        var place = await PlaceAsync(channel, asked);
        var along = WriteMessages.Files(files, options.LargestFileBytes);
        session.Rest.Nonce = body.Nonce;
        var (mentions, reference) = (WriteMessages.Mentions(body.AllowedMentions), WriteMessages.Reference(body.MessageReference));
        var (components, embeds) = (WriteMessages.Components(body.Components), WriteMessages.Embeds(body.Embeds));
        return ReadEntities.Message(along.Count > 0
            ? await place.SendFilesAsync(along, body.Content, allowedMentions: mentions, messageReference: reference, components: components, embeds: embeds, options: asked)
            : await place.SendMessageAsync(body.Content, allowedMentions: mentions, messageReference: reference, components: components, embeds: embeds, options: asked));
    });

    public Task<DiscordMessage> EditAsync(Snowflake channel, Snowflake message, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token)
        => Asking(token, async asked => ReadEntities.Message(await (await PlaceAsync(channel, asked)).ModifyMessageAsync(message.Value, Edit(body, files), asked)));

    public async Task DeleteAsync(Snowflake channel, Snowflake message, CancellationToken token)
    {
        try
        {
            await Asking(token, async options =>
            {
                await (await PlaceAsync(channel, options)).DeleteMessageAsync(message.Value, options);
                return true;
            });
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordCode.UnknownMessage)
        {
            return;
        }
    }

    public Task TypingAsync(Snowflake channel, CancellationToken token) => Asking(token, async options =>
    {
        await (await PlaceAsync(channel, options)).TriggerTypingAsync(options);
        return true;
    });

    public Task<DiscordChannel> DirectChannelAsync(Snowflake user, CancellationToken token) => Asking(token, async options =>
    {
        var person = (Net.IUser?)session.Client.GetUser(user.Value) ?? await session.Client.Rest.GetUserAsync(user.Value, options) ?? throw Unknown(UnknownUser);
        return ReadEntities.Channel(await person.CreateDMChannelAsync(options));
    });

    public async Task CallbackAsync(Snowflake interaction, string interactionToken, InteractionCallback callback, CancellationToken token)
    {
        var live = Live(interactionToken);
        try
        {
            await Asking(token, options => Callbacks.SendAsync(live, callback, options), (int)DiscordApi.CallbackDeadline.TotalMilliseconds);
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordCode.AlreadyAcknowledged)
        {
            return;
        }
    }

    public Task<DiscordMessage> EditOriginalAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token) => session.Interactions.Find(interactionToken) is { } live
        ? Asking(token, async options => ReadEntities.Message(await live.ModifyOriginalResponseAsync(Edit(body, files), options)))
        : AcrossRestartAsync(application, interactionToken, body, files, token);

    public Task ShowProgressAsync(Snowflake application, string interactionToken, MessageBody body, CancellationToken token)
    {
        var live = Live(interactionToken);
        return Asking(token, options => live.ModifyOriginalResponseAsync(Edit(body, []), options), ProgressPatience);
    }

    public Task DeleteOriginalAsync(Snowflake application, string interactionToken, CancellationToken token) => Asking(token, async options =>
    {
        await Live(interactionToken).DeleteOriginalResponseAsync(options);
        return true;
    });

    public Task<DiscordMessage> FollowUpAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token) => Asking(token, async asked =>
    {
        var live = Live(interactionToken);
        var along = WriteMessages.Files(files, options.LargestFileBytes);
        var ephemeral = ((body.Flags ?? 0) & MessageFlags.Ephemeral) != 0;
        var (mentions, components, embeds) = (WriteMessages.Mentions(body.AllowedMentions), WriteMessages.Components(body.Components), WriteMessages.Embeds(body.Embeds));
        return ReadEntities.Message(along.Count > 0
            ? await live.FollowupWithFilesAsync(along, body.Content, embeds, ephemeral: ephemeral, allowedMentions: mentions, components: components, options: asked)
            : await live.FollowupAsync(body.Content, embeds, ephemeral: ephemeral, allowedMentions: mentions, components: components, options: asked));
    });

    private const int UnknownGuild = 10004;
    private const int UnknownMember = 10007;
    private const int UnknownUser = 10013;

    private static DiscordApiException Unknown(int code) => new("Discord does not know it, or does not show it to the bot.") { Status = HttpStatusCode.NotFound, Code = code };

    private Action<Net.MessageProperties> Edit(MessageBody body, IReadOnlyList<ReplyFile> files)
        => WriteMessages.Edit(body.Content, body.Embeds, body.Components, body.AllowedMentions, WriteMessages.Files(files, options.LargestFileBytes));

    private SocketInteraction Live(string token) => session.Interactions.Find(token) ?? throw Unknown(DiscordCode.UnknownWebhook);

    /// <summary>Discord.Net answers only interactions it received itself; one accepted before a restart is answered by what it sends with.</summary>
    private async Task<DiscordMessage> AcrossRestartAsync(Snowflake application, string interactionToken, MessageBody body, IReadOnlyList<ReplyFile> files, CancellationToken token)
    {
        if (files.Count > 0) throw Unknown(DiscordCode.UnknownWebhook);
        var answer = await Refusal.Of(() => session.Rest.SendAsync("PATCH", $"webhooks/{application}/{Uri.EscapeDataString(interactionToken)}/messages/@original", JsonSerializer.Serialize(body, DiscordJson.Default.MessageBody), token));
        if (answer.StatusCode >= HttpStatusCode.BadRequest)
        {
            throw new DiscordApiException($"Discord refused with {(int)answer.StatusCode}.") { Status = answer.StatusCode, Transient = answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };
        }

        return await JsonSerializer.DeserializeAsync(answer.Stream, DiscordJson.Default.DiscordMessage, token) ?? throw Unknown(DiscordCode.UnknownMessage);
    }

    private async Task<Net.IMessageChannel> PlaceAsync(Snowflake channel, Net.RequestOptions options)
        => session.Client.GetChannel(channel.Value) as Net.IMessageChannel ?? await session.Client.Rest.GetChannelAsync(channel.Value, options) as Net.IMessageChannel ?? throw Unknown(DiscordCode.UnknownChannel);

#pragma warning disable CA1068 // The call stands last, so that it reads as a block.
    /// <summary>What rests on what the gateway told.</summary>
    private async Task<T> Knowing<T>(CancellationToken token, Func<Net.RequestOptions, Task<T>> call)
    {
        await session.ReadyAsync.WaitAsync(token);
        return await Asking(token, call);
    }

    private async Task<T> Asking<T>(CancellationToken token, Func<Net.RequestOptions, Task<T>> call, int patience = Patience)
    {
        token.ThrowIfCancellationRequested();
        await session.EnterAsync(token);
        return await Refusal.Of(() => call(new Net.RequestOptions { CancelToken = token, Timeout = patience }));
    }
#pragma warning restore CA1068
}
