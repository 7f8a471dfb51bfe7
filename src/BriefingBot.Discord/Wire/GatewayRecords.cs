using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Wire;

/// <summary>What a gateway frame is for (Discord's "Gateway Opcodes").</summary>
internal enum GatewayOpcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>One frame of the gateway.</summary>
internal sealed record GatewayFrame
{
    public required GatewayOpcode Op { get; init; }

    /// <summary>What it carries; its shape depends on the opcode, or on <see cref="T"/> for a dispatch.</summary>
    public JsonElement D { get; init; }

    /// <summary>The number of a dispatch within its session, from 1.</summary>
    public long? S { get; init; }

    /// <summary>The name of a dispatched event.</summary>
    public string? T { get; init; }
}

internal sealed record HelloData(int HeartbeatInterval);

internal sealed record HeartbeatFrame(GatewayOpcode Op, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D);

internal sealed record IdentifyFrame(GatewayOpcode Op, IdentifyData D);

internal sealed record IdentifyData(string Token, int Intents, IdentifyProperties Properties)
{
    /// <summary>The shard's number and how many there are.</summary>
    public int[] Shard { get; set; } = [0, 1];

    /// <summary>Without the token, so that no log holds it.</summary>
    public override string ToString() => $"identify with intents {Intents}";
}

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

internal sealed record ResumeFrame(GatewayOpcode Op, ResumeData D);

internal sealed record ResumeData(string Token, string SessionId, long Seq)
{
    /// <summary>Without the token, so that no log holds it.</summary>
    public override string ToString() => $"resume after {Seq}";
}

internal sealed record ReadyData
{
    public required DiscordUser User { get; init; }
    public required string SessionId { get; init; }
    public required string ResumeGatewayUrl { get; init; }
    public IReadOnlyList<PartialGuild> Guilds { get; set; } = [];
}

internal sealed record PartialGuild(Snowflake Id);

/// <summary>The answer of <c>GET /gateway/bot</c>.</summary>
internal sealed record GatewayAddress
{
    public required string Url { get; init; }

    /// <summary>How many connections Discord recommends.</summary>
    public int Shards { get; set; } = 1;
    public SessionStartLimit? SessionStartLimit { get; init; }
}

/// <summary>How many sessions may still be started.</summary>
/// <param name="Total">Per day.</param>
/// <param name="Remaining">Left.</param>
/// <param name="ResetAfter">Milliseconds until <paramref name="Remaining"/> is <paramref name="Total"/> again.</param>
/// <param name="MaxConcurrency">Identifies per five seconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency = 1);
