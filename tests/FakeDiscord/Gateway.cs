using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FakeDiscord;

/// <summary>A session: what was sent in it, so that it can be resumed.</summary>
internal sealed class FakeSession(string id, int intents)
{
    public string Id { get; } = id;
    public int Intents { get; } = intents;
    public List<(long Seq, string Name, string Json)> Sent { get; } = [];
    public GatewayPeer? Peer { get; set; }
}

/// <summary>The gateway: sessions, and events to them.</summary>
internal sealed partial class Gateway(World world, Faults faults)
{
    private const int MessageContent = 1 << 15;
    private const int Privileged = (1 << 1) | (1 << 8) | MessageContent;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeSession> _sessions = new(StringComparer.Ordinal);
    private readonly List<GatewayPeer> _peers = [];
    private readonly List<(string Name, JsonObject Data, FakeChannel? Channel)> _waiting = [];
    private int _counter;

    public int Identifies { get; private set; }
    public int Resumes { get; private set; }

    /// <summary>Resumes that came where READY said to resume.</summary>
    public int ResumesInPlace { get; private set; }
    public int Connections { get; private set; }
    public int Heartbeats { get; private set; }

    /// <summary>Goodbyes: sockets the client closed in order.</summary>
    public int Goodbyes { get; private set; }

    /// <summary>A close code to give to the next identify.</summary>
    public int? CloseNextWith { get; set; }

    public JsonObject Address() => new()
    {
        ["url"] = $"ws://127.0.0.1:{world.Options.Port}/gateway",
        ["shards"] = world.Options.RecommendedShards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = Math.Max(0, world.Options.SessionStarts - Identifies),
            ["reset_after"] = (long)world.Options.SessionStartsReset.TotalMilliseconds,
            ["max_concurrency"] = 1,
        },
    };

    public async Task HandleAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var peer = new GatewayPeer(socket, compress: context.Request.Query["compress"] == "zlib-stream", faults) { ToResume = context.Request.Path.StartsWithSegments("/resume", StringComparison.Ordinal) };
        lock (_gate)
        {
            _peers.Add(peer);
            Connections++;
        }

        world.Changed();
        if (context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json")
        {
            peer.Close(4012);
        }

        peer.Send(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = (int)world.Options.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() } });
        await Task.WhenAll(peer.PumpAsync(context.RequestAborted), ReadAsync(peer, context.RequestAborted));
        lock (_gate)
        {
            _peers.Remove(peer);
        }
    }

    /// <summary>Sends an event to every session that asked for its kind.</summary>
    public void Dispatch(string name, JsonObject data, FakeChannel? channel)
    {
        lock (_gate)
        {
            if (_sessions.Count == 0 && world.Options.Kind)
            {
                _waiting.Add((name, (JsonObject)data.DeepClone(), channel));
            }

            foreach (var session in _sessions.Values.Where(session => Wants(session, name, channel)))
            {
                Send(session, name, Shown(session, name, data, channel));
            }
        }
    }

    /// <summary>Breaks every connection without a word.</summary>
    public void DropAll() => Each(static peer => peer.Abort());

    public void CloseAll(int code) => Each(peer => peer.Close(code));

    public void AskToReconnect() => Each(static peer => peer.Send(new JsonObject { ["op"] = 7, ["d"] = null }));

    public void AskForHeartbeat() => Each(static peer => peer.Send(new JsonObject { ["op"] = 1, ["d"] = null }));

    public void Invalidate(bool resumable)
    {
        if (!resumable)
        {
            lock (_gate)
            {
                _sessions.Clear();
            }
        }

        Each(peer => peer.Send(new JsonObject { ["op"] = 9, ["d"] = resumable }));
    }

    private void Each(Action<GatewayPeer> action)
    {
        GatewayPeer[] peers;
        lock (_gate)
        {
            peers = [.. _peers];
        }

        Array.ForEach(peers, action);
    }

    private async Task ReadAsync(GatewayPeer peer, CancellationToken cancellationToken)
    {
        try
        {
            while (await peer.ReceiveAsync(cancellationToken) is { } text)
            {
                Take(peer, text);
            }

            Goodbye(peer);
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException)
        {
            peer.Abort();
        }
        finally
        {
            peer.Stop();
            world.Changed();
        }
    }

    private void Take(GatewayPeer peer, string text)
    {
        JsonObject? frame = null;
        try
        {
            frame = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            peer.Close(4002);
        }

        int? code = ((int?)frame?["op"], peer.Session) switch
        {
            (1, _) => Heartbeat(peer),
            (2, null) => Identify(peer, frame!["d"] as JsonObject ?? []),
            (2, _) => 4005,
            (6, null) => Resume(peer, frame!["d"] as JsonObject ?? []),
            (6, _) => 4005,
            (3 or 4 or 8, null) => 4003,
            (null, _) => null,
            _ => 4001,
        };
        world.Changed();
        if (code is { } close)
        {
            peer.Close(close);
        }
    }

    /// <summary>A goodbye ends the session ("Initiating a Disconnect").</summary>
    private void Goodbye(GatewayPeer peer)
    {
        lock (_gate)
        {
            if (peer.SaidGoodbye)
            {
                Goodbyes++;
                if (_sessions.Remove(peer.Session?.Id ?? "", out var session))
                {
                    Keep(session);
                }
            }
        }
    }

    private int? Heartbeat(GatewayPeer peer)
    {
        Heartbeats++;
        if (!faults.StopAcknowledging)
        {
            peer.Send(new JsonObject { ["op"] = 11, ["d"] = null });
        }

        return null;
    }

    /// <param name="again">Whether it makes up for a lost session: then it is sent whole, as what a resume brings is.</param>
    private static void Send(FakeSession session, string name, JsonObject data, bool again = false)
    {
        var seq = session.Sent.Count + 1;
        var json = new JsonObject { ["op"] = 0, ["s"] = seq, ["t"] = name, ["d"] = data.DeepClone(), ["extra"] = "ignored" }.ToJsonString();
        session.Sent.Add((seq, name, json));
        if (again) session.Peer?.Send(json);
        else session.Peer?.SendEvent(json);
    }

    private static bool Wants(FakeSession session, string name, FakeChannel? channel)
        => !name.StartsWith("MESSAGE_", StringComparison.Ordinal) || (session.Intents & (channel?.Guild is null ? 1 << 12 : 1 << 9)) != 0;

    /// <summary>Without the intent, content is shown only where the bot is named, in direct messages, and of its own.</summary>
    private JsonObject Shown(FakeSession session, string name, JsonObject data, FakeChannel? channel)
    {
        var open = (session.Intents & MessageContent) != 0 || !name.StartsWith("MESSAGE_", StringComparison.Ordinal) || channel?.Guild is null
            || (string?)data["author"]?["id"] == world.Bot.Id.ToString()
            || (data["mentions"] as JsonArray)?.Any(user => (string?)user?["id"] == world.Bot.Id.ToString()) == true;
        if (open)
        {
            return data;
        }

        var blank = (JsonObject)data.DeepClone();
        (blank["content"], blank["embeds"], blank["attachments"], blank["components"]) = ("", new JsonArray(), new JsonArray(), new JsonArray());
        return blank;
    }
}
