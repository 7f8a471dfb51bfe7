using BriefingBot.Core.Chat;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Hands on the messages that address the bot: mentions, replies to its posts, direct messages, and lines in its own threads.</summary>
internal sealed class MessageHandler(MessageReader reader, ChannelDirectory channels, ReplySender sender, RequestRunner runner, DiscordSelf self)
{
    internal const string SilentThreadHint = "I cannot read what is written here without being mentioned: mention me, reply to a post of mine with the ping on, or use /ask.";
    private const int Reply = 19;

    private readonly RecentIds _hinted = new();

    public async Task HandleAsync(DiscordMessage message, CancellationToken cancellationToken)
    {
        var us = self.User?.Id;
        if (us is null || message.Author is not { } author || author.Id == us || author.Bot == true || message.WebhookId is not null || message.Type is not (0 or Reply))
        {
            return;
        }

        var named = message.GuildId is null || message.Mentions.Any(user => user.Id == us) || message.ReferencedMessage?.Author?.Id == us;
        if (!named && !await channels.IsOwnThreadAsync(message.ChannelId, cancellationToken))
        {
            return;
        }

        var place = await channels.PlaceAsync(message.GuildId, message.ChannelId, cancellationToken);
        var address = new ReplyAddress(message.Id, place, author.Id);
        if (!named && message.Content.Length == 0 && message.Attachments.Count == 0)
        {
            await HintAsync(address, cancellationToken);
            return;
        }

        var request = await reader.ReadAsync(message, address, cancellationToken);
        await runner.RunAsync(request, new MessageResponder(address, sender, showTyping: true), cancellationToken);
    }

    /// <summary>Says, once in a thread, why nothing is answered there.</summary>
    private async Task HintAsync(ReplyAddress address, CancellationToken cancellationToken)
    {
        if (!_hinted.Add(address.Channel.Value) || await reader.SaidBeforeAsync(address.Channel, DiscordText.Escape(SilentThreadHint), cancellationToken))
        {
            return;
        }

        var hint = new ChatReply { Blocks = [new TextBlock(SilentThreadHint)] };
        await sender.PostAsync(address.Place, MessageRenderer.Flow(hint), n => Nonces.Of("hint", address.Channel, address.Channel, n), static body => body, cancellationToken);
    }
}

/// <summary>Reads messages as requests.</summary>
internal sealed class MessageReader(IDiscordCalls api, AbilityReader abilities, AttachmentDownloads downloads, DiscordSelf self, TimeProvider time)
{
    public async Task<MessageRequest> ReadAsync(DiscordMessage message, ReplyAddress address, CancellationToken cancellationToken) => new()
    {
        Id = message.Id.ToString(),
        Place = address.Place,
        Person = People.Of(message.Author, message.Member),
        Text = Words(message),
        RepliesTo = message.ReferencedMessage is { Author: { } author } replied && author.Id == self.User?.Id ? replied.Id.ToString() : null,
        Attachments = [.. message.Attachments.Select(downloads.Of)],
        PlatformRoles = (message.Member?.Roles ?? []).Select(static role => role.ToString()).ToHashSet(StringComparer.Ordinal),
        ManagesWorkspace = message.GuildId is { } guild && await abilities.ManagesAsync(guild, address.User, message.Member?.Roles ?? [], cancellationToken),
        ReceivedUtc = time.GetUtcNow(),
        ReplyAddress = address.ToText(),
    };

    /// <summary>Whether one of our posts among the thread's first hundred says that.</summary>
    public async Task<bool> SaidBeforeAsync(Snowflake thread, string markup, CancellationToken cancellationToken)
        => (await api.MessagesAsync(thread, thread, cancellationToken)).Any(message => message.Author?.Id == self.User?.Id && message.Content == markup);

    /// <summary>What was written without our mention, other people's mentions as their names.</summary>
    private string Words(DiscordMessage message)
    {
        var text = message.Content;
        foreach (var user in message.Mentions)
        {
            var name = user.Id == self.User?.Id ? "" : "@" + (user.GlobalName ?? user.Username);
            text = text.Replace($"<@{user.Id}>", name, StringComparison.Ordinal).Replace($"<@!{user.Id}>", name, StringComparison.Ordinal);
        }

        return text.Trim();
    }
}
