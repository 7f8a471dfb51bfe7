using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using BriefingBot.Discord.Wire;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// The messages a long post goes on in, by its first. When the post is written anew, they are written anew too: what is
/// still needed is edited, what is missing is posted, and what is left over is taken away.
/// </summary>
internal sealed class Continuations(DiscordApi api, int capacity = 1_000)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Snowflake, List<Snowflake>> _known = [];
    private readonly Queue<Snowflake> _order = new();

    /// <summary>Lets a post go on in these messages, and in no others that it went on in before.</summary>
    /// <param name="channel">The post's channel.</param>
    /// <param name="first">The post.</param>
    /// <param name="messages">All of the reply's messages, the first among them, which stands already.</param>
    /// <param name="post">Posts one, by its number from 1.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="DiscordApiException">Discord refused.</exception>
    public async Task WriteAsync(Snowflake channel, Snowflake first, IReadOnlyList<RenderedMessage> messages, Func<RenderedMessage, int, Task<Snowflake>> post, CancellationToken token)
    {
        var before = Find(first);
        var now = new List<Snowflake>();
        for (var n = 1; n < messages.Count; n++)
        {
            now.Add(n <= before.Count && await EditAsync(channel, before[n - 1], messages[n], token) ? before[n - 1] : await post(messages[n], n));
        }

        foreach (var left in before.Skip(messages.Count - 1))
        {
            await api.DeleteAsync(channel, left, token);
        }

        Keep(first, now);
    }

    /// <summary>False when somebody has taken it away meanwhile.</summary>
    private async Task<bool> EditAsync(Snowflake channel, Snowflake id, RenderedMessage message, CancellationToken token)
    {
        try
        {
            await api.EditAsync(channel, id, message.Body(AllowedMentions.Nobody), message.Files, token);
            return true;
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordCode.UnknownMessage)
        {
            return false;
        }
    }

    private List<Snowflake> Find(Snowflake first)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(first) ?? [];
        }
    }

    private void Keep(Snowflake first, List<Snowflake> messages)
    {
        lock (_gate)
        {
            if (!_known.ContainsKey(first))
            {
                if (messages.Count == 0)
                {
                    return;
                }

                _order.Enqueue(first);
            }

            _known[first] = messages;
            if (_order.Count > capacity)
            {
                _known.Remove(_order.Dequeue());
            }
        }
    }
}
