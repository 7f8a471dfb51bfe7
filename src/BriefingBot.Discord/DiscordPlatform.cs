using BriefingBot.Core.Chat;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord;

/// <summary>Discord as a place where people talk: version 10 of its gateway and REST API, from the public documentation.</summary>
public sealed partial class DiscordPlatform : IChatPlatform
{
    /// <summary>The platform's name in addresses.</summary>
    public const string PlatformName = "discord";
    private const int MostHistoryPages = 50;

    private readonly DiscordParts _parts;
    private readonly ILogger<DiscordPlatform> _logger;

    internal DiscordPlatform(DiscordParts parts, ILogger<DiscordPlatform> logger) => (_parts, _logger) = (parts, logger);

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <summary>Whether Discord has greeted us since the start.</summary>
    public bool Ready => _parts.Self.User is not null;

    /// <summary>Asks Discord which application the token belongs to. Needs no connection.</summary>
    /// <exception cref="ChatException">Discord refused, or cannot be reached.</exception>
    public async Task<DiscordIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        var application = await Asking(() => _parts.Api.ApplicationAsync(cancellationToken));
        return new DiscordIdentity(application.Name, InviteLink.For(application.Id.ToString()), application.MayReadContent);
    }

    /// <inheritdoc/>
    /// <exception cref="ChatException">A setting must be changed first; the message names it.</exception>
    public async Task RunAsync(Func<ChatRequest, IChatResponder, Task> handler, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _parts.Runner.Handler = handler;
        var pump = new EventPump(_parts.Events.HandleAsync, _logger);
        Task[] all = [RegisterAsync(stopping.Token), pump.RunAsync(stopping.Token), _parts.Gateway.RunAsync(pump.Add, stopping.Token)];
        try
        {
            // The gateway ends only by cancellation or with a sentence; the pump ends only by cancellation.
            await await Task.WhenAny(all[1], all[2]);
        }
        finally
        {
            await stopping.CancelAsync();
            await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public async Task<PostedMessage> PostAsync(ChatPlace place, PostKey key, ChatReply reply, CancellationToken cancellationToken)
    {
        var channel = Snowflake.Parse(place.Thread ?? place.Channel);
        return await Asking(() => _parts.Sender.PostAsync(place, MessageRenderer.Flow(KeyMark.On(reply, key), Lead(reply)), n => Nonces.Of(key, channel, n), body => Named(reply, body), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<PostedMessage?> FindAsync(ChatPlace place, PostKey key, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (!(await AbilitiesAsync(place, cancellationToken)).HasFlag(ChatAbilities.ReadHistory))
        {
            throw new ChatException("The bot may not read that Discord channel's history: give it View Channel and Read Message History there.");
        }

        var channel = Snowflake.Parse(place.Thread ?? place.Channel);
        var nonce = Nonces.Of(key, channel, 0);
        var us = (await _parts.Self.UserAsync.WaitAsync(cancellationToken)).Id;
        var after = Snowflake.At(since);
        for (var n = 0; n < MostHistoryPages; n++)
        {
            var page = await Asking(() => _parts.Api.MessagesAsync(channel, after, cancellationToken));
            if (page.OrderBy(static message => message.Id).FirstOrDefault(message => message.Author?.Id == us && (message.Nonce?.ToString() == nonce || KeyMark.Stands(message, key))) is { } found)
            {
                return new PostedMessage(place, found.Id.ToString());
            }

            if (page.Length == 0)
            {
                return null;
            }

            after = page.Max(static message => message.Id);
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task EditAsync(PostedMessage message, ChatReply reply, CancellationToken cancellationToken)
    {
        var messages = MessageRenderer.Flow(reply, Lead(reply));
        var id = Snowflake.Parse(message.MessageId);
        var channel = Snowflake.Parse(message.Place.Thread ?? message.Place.Channel);
        await Asking(() => _parts.Sender.EditAsync(message, messages, n => Nonces.Of("edit", id, channel, n), cancellationToken));
    }

    /// <inheritdoc/>
    public Uri? AddressOf(PostedMessage message) =>
        new($"https://discord.com/channels/{message.Place.Workspace ?? "@me"}/{message.Place.Thread ?? message.Place.Channel}/{message.MessageId}");

    /// <inheritdoc/>
    public Task<ChatAbilities> AbilitiesAsync(ChatPlace place, CancellationToken cancellationToken) => _parts.Abilities.AbilitiesAsync(place, cancellationToken);

    /// <inheritdoc/>
    public Task<IChatResponder?> ResumeAsync(PendingRequest request, CancellationToken cancellationToken)
    {
        var kept = request.ReplyAddress is { } text ? ReplyAddress.Parse(text) : null;
        return Task.FromResult<IChatResponder?>(kept switch
        {
            { Token: null } => new MessageResponder(kept, _parts.Sender, showTyping: false),
            { } when kept.TokenLives(_parts.Sender.Now) => new InteractionResponder(kept, Task.FromResult(true), kept.Request.CreatedUtc, _parts.Sender),
            // Nobody but the asker may see it, and nothing of Discord's shows it to the asker alone any more.
            _ when request.Private => null,
            _ => (kept ?? ReplyAddress.Of(request)) is { } late ? new InteractionResponder(late, Task.FromResult(false), late.Request.CreatedUtc, _parts.Sender) : null,
        });
    }

    /// <summary>The mention of the one person a post is for.</summary>
    private static string Lead(ChatReply reply) => Snowflake.TryParse(reply.ForPerson, out var person) ? $"<@{person}>" : "";

    private static MessageBody Named(ChatReply reply, MessageBody body)
        => Snowflake.TryParse(reply.ForPerson, out var person) ? body with { AllowedMentions = AllowedMentions.Only(person) } : body;

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        try
        {
            var application = await _parts.Api.ApplicationAsync(cancellationToken);
            var link = InviteLink.For(application.Id.ToString()).AbsoluteUri;
            LogInvite(link);
            await _parts.Registration.EnsureAsync(application.Id, cancellationToken);
            var user = await _parts.Self.UserAsync.WaitAsync(cancellationToken);
            LogConnected(user.Username);
        }
        catch (DiscordApiException refusal)
        {
            LogNotRegistered(refusal.Message);
        }
    }

    private static async Task<T> Asking<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (DiscordApiException refusal)
        {
            throw refusal.ToChat();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Invite the bot with {Link}")]
    private partial void LogInvite(string link);

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Discord as {Name}")]
    private partial void LogConnected(string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "The commands could not be registered, so those Discord has are offered: {Reason}")]
    private partial void LogNotRegistered(string reason);
}
