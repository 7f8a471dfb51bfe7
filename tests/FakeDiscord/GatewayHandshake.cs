using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>How a session begins, and how it goes on on another connection.</summary>
internal sealed partial class Gateway
{
    private int? Identify(GatewayPeer peer, JsonObject data)
    {
        Identifies++;
        var intents = (int?)data["intents"] ?? -1;
        var granted = world.Options.MessageContentGranted ? MessageContent : 0;
        if (CloseNextWith is { } code)
        {
            CloseNextWith = null;
            return code;
        }

        if ((string?)data["token"] != world.Options.Token)
        {
            return 4004;
        }

        if (data["properties"] is not JsonObject)
        {
            return 4002;
        }

        if (intents is < 0 or >= 1 << 26)
        {
            return 4013;
        }

        if ((intents & Privileged & ~granted) != 0)
        {
            return 4014;
        }

        if (data["shard"] is JsonArray shard && ((int?)shard[0] != 0 || (int?)shard[1] != 1))
        {
            return 4010;
        }

        lock (_gate)
        {
            Supersede();
            var session = new FakeSession("session-" + Interlocked.Increment(ref _counter), intents) { Peer = peer };
            (_sessions[session.Id], peer.Session) = (session, session);
            Send(session, "READY", new JsonObject
            {
                ["v"] = 10,
                ["user"] = world.Bot.Json(),
                ["session_id"] = session.Id,
                ["session_type"] = "normal",
                ["resume_gateway_url"] = $"ws://127.0.0.1:{world.Options.Port}/resume",
                ["private_channels"] = new JsonArray(),
                ["guilds"] = new JsonArray([.. world.Guilds.Keys.Select(static id => (JsonNode)new JsonObject { ["id"] = id.ToString(), ["unavailable"] = true })]),
                ["application"] = new JsonObject { ["id"] = world.Application.ToString(), ["flags"] = 0 },
            });
            foreach (var guild in world.Guilds.Values)
            {
                Send(session, "GUILD_CREATE", GuildJson(guild));
            }

            foreach (var (name, waiting, channel) in _waiting.Where(one => Wants(session, one.Name, one.Channel)))
            {
                Send(session, name, Shown(session, name, waiting, channel), again: true);
            }

            _waiting.Clear();
        }

        return null;
    }

    /// <summary>A client that identifies anew has no session, perhaps because its READY was lost. Discord keeps the old one until it times out.</summary>
    private void Supersede()
    {
        foreach (var session in _sessions.Values)
        {
            Keep(session);
        }

        _sessions.Clear();
    }

    /// <summary>What a session that ended was sent is gone with it; a kind fake sends that again in the next, and a client that had it knows it.</summary>
    private void Keep(FakeSession ended)
    {
        var again = world.Options.Kind ? ended.Sent.Where(static sent => sent.Name is "INTERACTION_CREATE" or "MESSAGE_CREATE").TakeLast(100) : [];
        foreach (var (_, name, json) in again)
        {
            var data = (JsonObject)JsonNode.Parse(json)!["d"]!;
            _waiting.Add((name, (JsonObject)data.DeepClone(), world.Channels[ulong.Parse((string)data["channel_id"]!)]));
        }
    }

    private JsonObject GuildJson(FakeGuild guild)
    {
        var json = Endpoints.Of(guild);
        json["member_count"] = 3;
        json["unavailable"] = false;
        json["large"] = false;
        json["channels"] = new JsonArray([.. world.Channels.Values.Where(channel => channel.Guild == guild.Id && channel.Type != 11).Select(channel => (JsonNode)MessageJson.Of(world, channel))]);
        json["threads"] = new JsonArray([.. world.Channels.Values.Where(channel => channel.Guild == guild.Id && channel.Type == 11).Select(channel => (JsonNode)MessageJson.Of(world, channel))]);
        json["members"] = new JsonArray(new JsonObject { ["user"] = world.Bot.Json(), ["nick"] = null, ["roles"] = new JsonArray(), ["joined_at"] = world.Now.ToString("O"), ["deaf"] = false, ["mute"] = false, ["flags"] = 0 });
        foreach (var none in (string[])["presences", "voice_states", "stage_instances", "guild_scheduled_events"])
        {
            json[none] = new JsonArray();
        }

        return json;
    }

    private int? Resume(GatewayPeer peer, JsonObject data)
    {
        Resumes++;
        ResumesInPlace += peer.ToResume ? 1 : 0;
        if ((string?)data["token"] != world.Options.Token)
        {
            return 4004;
        }

        lock (_gate)
        {
            var seq = (long?)data["seq"] ?? -1;
            var known = _sessions.TryGetValue((string?)data["session_id"] ?? "", out var session);
            if (known && session!.Sent.Count == seq && faults.Happens(faults.InvalidSession))
            {
                // Only a session that owes nothing is ended by chance.
                known = !_sessions.Remove(session.Id);
            }

            if (!known)
            {
                peer.Send(new JsonObject { ["op"] = 9, ["d"] = false });
                return null;
            }

            if (seq < 0 || seq > session!.Sent.Count)
            {
                return 4007;
            }

            session.Peer?.Abort();
            (session.Peer, peer.Session) = (peer, session);
            session.Sent.Where(sent => sent.Seq > seq).ToList().ForEach(sent => peer.Send(sent.Json));
            Send(session, "RESUMED", []);
        }

        return null;
    }
}
