using System.Collections.Concurrent;
using BriefingBot.Discord.Wire;
using Discord.WebSocket;

namespace BriefingBot.DiscordNet;

/// <summary>The interactions that came in by this process, by token, as long as Discord keeps the token: fifteen minutes.</summary>
internal sealed class LiveInteractions
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, SocketInteraction> _live = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SocketInteraction> _order = new();

    public void Add(SocketInteraction interaction)
    {
        if (!_live.TryAdd(interaction.Token, interaction)) return;
        _order.Enqueue(interaction);
        var now = new Snowflake(interaction.Id).CreatedUtc;
        while (_order.TryPeek(out var oldest) && now - new Snowflake(oldest.Id).CreatedUtc > Life && _order.TryDequeue(out oldest)) _live.TryRemove(oldest.Token, out _);
    }

    /// <summary>Null for one of an earlier run, and for one whose token is dead.</summary>
    public SocketInteraction? Find(string token) => _live.GetValueOrDefault(token);
}
