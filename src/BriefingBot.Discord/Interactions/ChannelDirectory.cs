using System.Collections.Concurrent;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>Which channels are threads, of what, and whether the conversation in them is the bot's own. Asked once each, forgotten when Discord says that something changed.</summary>
internal sealed class ChannelDirectory(IDiscordCalls api, DiscordSelf self)
{
    private const int Most = 2_000;
    private readonly ConcurrentDictionary<Snowflake, Known> _known = new();

    public async Task<ChatPlace> PlaceAsync(Snowflake? guild, Snowflake channel, CancellationToken token)
    {
        if (guild is null)
        {
            return new ChatPlace(DiscordPlatform.PlatformName, null, channel.ToString());
        }

        var known = await FindAsync(channel, token);
        return known.Parent is { } parent
            ? new ChatPlace(DiscordPlatform.PlatformName, guild.ToString(), parent.ToString(), channel.ToString())
            : new ChatPlace(DiscordPlatform.PlatformName, guild.ToString(), channel.ToString());
    }

    /// <summary>Whether a channel is a thread that the bot started, or that was started from one of its posts.</summary>
    public async Task<bool> IsOwnThreadAsync(Snowflake channel, CancellationToken token) => (await FindAsync(channel, token)).OwnThread;

    public void Forget(Snowflake channel) => _known.TryRemove(channel, out _);

    private async Task<Known> FindAsync(Snowflake channel, CancellationToken token)
    {
        if (_known.TryGetValue(channel, out var known))
        {
            return known;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known[channel] = await AskAsync(channel, token);
    }

    private async Task<Known> AskAsync(Snowflake id, CancellationToken token)
    {
        var channel = await api.ChannelAsync(id, token);
        if (!channel.IsThread || channel.ParentId is not { } parent)
        {
            return new Known(null, false);
        }

        var us = self.User?.Id;
        return new Known(parent, channel.OwnerId == us || await StartedFromOursAsync(parent, id, us, token));
    }

    /// <summary>A thread started from a message has the message's id.</summary>
    private async Task<bool> StartedFromOursAsync(Snowflake parent, Snowflake thread, Snowflake? us, CancellationToken token)
    {
        try
        {
            return us is not null && (await api.MessageAsync(parent, thread, token)).Author?.Id == us;
        }
        catch (DiscordApiException refusal) when (!refusal.Transient)
        {
            return false;
        }
    }

    private sealed record Known(Snowflake? Parent, bool OwnThread);
}
