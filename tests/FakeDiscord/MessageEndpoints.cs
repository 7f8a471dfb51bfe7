using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>Messages of channels.</summary>
internal sealed class MessageEndpoints(World world, Gateway gateway)
{
    public FakeChannel Visible(ulong id)
    {
        var channel = world.Channels.GetValueOrDefault(id) ?? throw new Refusal(404, 10003, "Unknown Channel");
        return Has(channel, Bits.View) ? channel : throw new Refusal(403, 50001, "Missing Access");
    }

    public JsonArray List(Call call)
    {
        var channel = Visible(call.Id(1));
        var after = ulong.TryParse(call.Query["after"], out var id) ? id : 0;
        var limit = int.TryParse(call.Query["limit"], out var most) && most is >= 1 and <= 100 ? most : 50;
        var messages = Has(channel, Bits.History) ? channel.Messages.Where(message => message.Id > after && !message.Deleted && message.OnlyFor is null) : [];
        return new JsonArray([.. messages.OrderBy(static message => message.Id).Take(limit).Reverse().Select(message => (JsonNode)MessageJson.Of(world, message))]);
    }

    public JsonObject Get(Call call)
    {
        var channel = Visible(call.Id(1));
        return MessageJson.Of(world, Public(channel, call.Id(3)));
    }

    public JsonObject Create(Call call)
    {
        var channel = Visible(call.Id(1));
        var body = call.Object;
        if (!Has(channel, channel.Type == 11 ? Bits.SendInThreads : Bits.Send) || (call.Files.Count > 0 && !Has(channel, Bits.Attach)))
        {
            throw new Refusal(403, 50013, "Missing Permissions");
        }

        MessageRules.Check(body, call.Files.Count > 0, editing: false);
        var nonce = (string?)body["nonce"];
        if (nonce is not null && (bool?)body["enforce_nonce"] == true && Earlier(nonce) is { } earlier)
        {
            return MessageJson.Of(world, earlier);
        }

        var reference = body["message_reference"] is JsonObject to ? Reference(channel, to) : null;
        return MessageJson.Of(world, Store(channel, body, call.Files, reference, nonce));
    }

    public JsonObject Edit(Call call)
    {
        var channel = Visible(call.Id(1));
        var message = Public(channel, call.Id(3));
        if (message.Author.Id != world.Bot.Id)
        {
            throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
        }

        MessageRules.Check(call.Object, call.Files.Count > 0, editing: true);
        Apply(world, gateway, message, call.Object, call.Files);
        return MessageJson.Of(world, message);
    }

    public JsonNode? Delete(Call call)
    {
        var channel = Visible(call.Id(1));
        var message = Public(channel, call.Id(3));
        if (message.Author.Id != world.Bot.Id)
        {
            throw new Refusal(403, 50013, "Missing Permissions");
        }

        message.Deleted = true;
        gateway.Dispatch("MESSAGE_DELETE", new JsonObject { ["id"] = message.Id.ToString(), ["channel_id"] = channel.Id.ToString() }, channel);
        return null;
    }

    /// <summary>Writes over a message what the body says, and nothing else.</summary>
    public static void Apply(World world, Gateway gateway, FakeMessage message, JsonObject body, List<(string Name, byte[] Bytes)> files)
    {
        foreach (var (name, value) in body)
        {
            message.Body[name] = value?.DeepClone();
        }

        Attach(world, message, files);
        message.Loading = false;
        message.Edits++;
        message.Written.Add(world.Now);
        if (message.OnlyFor is null)
        {
            gateway.Dispatch("MESSAGE_UPDATE", MessageJson.Of(world, message), world.Channels[message.Channel]);
        }
    }

    public static void Attach(World world, FakeMessage message, List<(string Name, byte[] Bytes)> files)
    {
        foreach (var (name, bytes) in files)
        {
            var id = world.NextId();
            message.Files.Add((id, name, bytes));
            world.Uploads[id] = (name, bytes);
        }
    }

    private FakeMessage Store(FakeChannel channel, JsonObject body, List<(string Name, byte[] Bytes)> files, FakeMessage? reference, string? nonce)
    {
        var message = new FakeMessage(world.NextId(), channel.Id, world.Bot)
        {
            Body = (JsonObject)body.DeepClone(),
            Created = world.Now,
            Nonce = nonce,
            RepliesTo = reference?.Id,
        };
        Attach(world, message, files);
        message.Pings.AddRange(MessageRules.Pings(world, body, reference, interaction: false));
        message.Written.Add(world.Now);
        world.Add(message);
        gateway.Dispatch("MESSAGE_CREATE", MessageJson.Of(world, message), channel);
        return message;
    }

    private FakeMessage? Earlier(string nonce)
        => world.Channels.Values.SelectMany(static channel => channel.Messages)
            .FirstOrDefault(message => message.Author.Id == world.Bot.Id && message.Nonce == nonce && !message.Deleted && world.Now - message.Created < world.Options.NonceLife);

    private FakeMessage? Reference(FakeChannel channel, JsonObject reference)
    {
        if (!Has(channel, Bits.History))
        {
            throw new Refusal(403, 50013, "Missing Permissions");
        }

        var found = ulong.TryParse((string?)reference["message_id"], out var id) ? world.Message(channel.Id, id) : null;
        return found is null && ((bool?)reference["fail_if_not_exists"] ?? true)
            ? throw new Refusal(400, 50035, "Invalid Form Body") { Errors = new JsonObject { ["message_reference"] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", ["message"] = "Unknown message" }) } } }
            : found;
    }

    private FakeMessage Public(FakeChannel channel, ulong id)
        => world.Message(channel.Id, id) is { OnlyFor: null } message ? message : throw new Refusal(404, 10008, "Unknown Message");

    private static bool Has(FakeChannel channel, ulong bit) => channel.Type == 1 || (channel.BotPermissions & bit) == bit;
}
