using System.Collections.Concurrent;
using BriefingBot.Core.Chat;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>What we, or someone, may do: computed as Discord does it ("Permission Hierarchy"), remembered for a minute.</summary>
internal sealed class AbilityReader(IDiscordCalls api, DiscordSelf self, TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private const Permissions Everything = (Permissions)ulong.MaxValue;

    private readonly ConcurrentDictionary<Snowflake, (long At, DiscordGuild Guild)> _guilds = new();
    private readonly ConcurrentDictionary<ChatPlace, (long At, ChatAbilities Abilities)> _places = new();

    /// <summary>Something changed somewhere.</summary>
    public void Forget()
    {
        _guilds.Clear();
        _places.Clear();
    }

    public async Task<ChatAbilities> AbilitiesAsync(ChatPlace place, CancellationToken token)
    {
        if (place.Workspace is null)
        {
            return ChatAbilities.Post | ChatAbilities.ReadHistory | ChatAbilities.AttachFiles;
        }

        if (_places.TryGetValue(place, out var kept) && time.GetElapsedTime(kept.At) < Memory)
        {
            return kept.Abilities;
        }

        var abilities = await AskAsync(place, token);
        _places[place] = (time.GetTimestamp(), abilities);
        return abilities;
    }

    /// <summary>Whether someone may manage a guild; false when Discord does not say.</summary>
    public async Task<bool> ManagesAsync(Snowflake guild, Snowflake user, IReadOnlyList<Snowflake> roles, CancellationToken token)
    {
        try
        {
            return (Base(await GuildAsync(guild, token), user, roles) & (Permissions.Administrator | Permissions.ManageGuild)) != Permissions.None;
        }
        catch (DiscordApiException)
        {
            return false;
        }
    }

    private async Task<ChatAbilities> AskAsync(ChatPlace place, CancellationToken token)
    {
        try
        {
            var guild = await GuildAsync(Snowflake.Parse(place.Workspace!), token);
            var us = (await self.UserAsync.WaitAsync(token)).Id;
            var member = await api.MemberAsync(guild.Id, us, token);
            var channel = await api.ChannelAsync(Snowflake.Parse(place.Channel), token);
            var may = Within(channel, guild, us, member.Roles);
            var post = place.Thread is null ? Permissions.SendMessages : Permissions.SendMessagesInThreads;
            return !may.HasFlag(Permissions.ViewChannel) ? ChatAbilities.None
                : (may.HasFlag(post) ? ChatAbilities.Post : ChatAbilities.None)
                | (may.HasFlag(Permissions.ReadMessageHistory) ? ChatAbilities.ReadHistory : ChatAbilities.None)
                | (may.HasFlag(post | Permissions.AttachFiles) ? ChatAbilities.AttachFiles : ChatAbilities.None);
        }
        catch (DiscordApiException refusal) when (!refusal.Transient)
        {
            return ChatAbilities.None;
        }
        catch (DiscordApiException refusal)
        {
            throw refusal.ToChat();
        }
    }

    private async Task<DiscordGuild> GuildAsync(Snowflake id, CancellationToken token)
    {
        if (_guilds.TryGetValue(id, out var kept) && time.GetElapsedTime(kept.At) < Memory)
        {
            return kept.Guild;
        }

        var guild = await api.GuildAsync(id, token);
        _guilds[id] = (time.GetTimestamp(), guild);
        return guild;
    }

    private static Permissions Base(DiscordGuild guild, Snowflake user, IReadOnlyList<Snowflake> roles)
    {
        if (guild.OwnerId == user)
        {
            return Everything;
        }

        var may = guild.Roles.Where(role => role.Id == guild.Id || roles.Contains(role.Id)).Aggregate(Permissions.None, static (sum, role) => sum | Bits(role.Permissions));
        return may.HasFlag(Permissions.Administrator) ? Everything : may;
    }

    private static Permissions Within(DiscordChannel channel, DiscordGuild guild, Snowflake user, IReadOnlyList<Snowflake> roles)
    {
        var may = Base(guild, user, roles);
        if (may == Everything)
        {
            return may;
        }

        var everyone = channel.PermissionOverwrites.Where(overwrite => overwrite.Type == 0 && overwrite.Id == guild.Id);
        var ofRoles = channel.PermissionOverwrites.Where(overwrite => overwrite.Type == 0 && overwrite.Id != guild.Id && roles.Contains(overwrite.Id));
        var ofMember = channel.PermissionOverwrites.Where(overwrite => overwrite.Type == 1 && overwrite.Id == user);
        return Apply(Apply(Apply(may, everyone), ofRoles), ofMember);
    }

    private static Permissions Apply(Permissions may, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: Permissions.None, Deny: Permissions.None), static (sum, one) => (sum.Allow | Bits(one.Allow), sum.Deny | Bits(one.Deny)));
        return (may & ~deny) | allow;
    }

    private static Permissions Bits(string text) => ulong.TryParse(text, out var bits) ? (Permissions)bits : Permissions.None;
}
