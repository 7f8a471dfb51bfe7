using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>What each endpoint does. Called with the world's gate held.</summary>
internal sealed class Endpoints(World world, Gateway gateway)
{
    private readonly MessageEndpoints _messages = new(world, gateway);
    private readonly InteractionEndpoints _interactions = new(world, gateway);

    /// <summary>The answer; null for none.</summary>
    public JsonNode? Handle(Call call) => (call.Method, call.Path) switch
    {
        ("GET", ["gateway", "bot"]) => gateway.Address(),
        ("GET", ["oauth2", "applications", "@me"]) => new JsonObject { ["id"] = world.Application.ToString(), ["name"] = world.Bot.Name, ["bot_public"] = false, ["flags"] = world.Options.MessageContentGranted ? 1 << 19 : 0 },
        ("GET", ["applications", _, "commands"]) => Commands(call, 0),
        ("PUT", ["applications", _, "commands"]) => Register(call, 0),
        ("GET", ["applications", _, "guilds", _, "commands"]) => Commands(call, call.Id(3)),
        ("PUT", ["applications", _, "guilds", _, "commands"]) => Register(call, call.Id(3)),
        ("GET", ["guilds", _]) => Guild(call.Id(1)),
        ("GET", ["guilds", _, "members", _]) => Member(call.Id(1), call.Id(3)),
        ("POST", ["users", "@me", "channels"]) => MessageJson.Of(Direct(ulong.Parse((string)call.Object["recipient_id"]!))),
        ("GET", ["channels", _]) => MessageJson.Of(_messages.Visible(call.Id(1))),
        ("GET", ["channels", _, "messages"]) => _messages.List(call),
        ("GET", ["channels", _, "messages", _]) => _messages.Get(call),
        ("POST", ["channels", _, "messages"]) => _messages.Create(call),
        ("PATCH", ["channels", _, "messages", _]) => _messages.Edit(call),
        ("DELETE", ["channels", _, "messages", _]) => _messages.Delete(call),
        ("POST", ["channels", _, "typing"]) => Typing(call),
        ("POST", ["interactions", _, _, "callback"]) => _interactions.Callback(call),
        ("PATCH", ["webhooks", _, _, "messages", "@original"]) => _interactions.EditOriginal(call),
        ("DELETE", ["webhooks", _, _, "messages", "@original"]) => _interactions.DeleteOriginal(call),
        ("POST", ["webhooks", _, _]) => _interactions.FollowUp(call),
        _ => throw new Refusal(404, 0, "404: Not Found"),
    };

    public FakeChannel Direct(ulong user)
    {
        if (!world.Users.ContainsKey(user))
        {
            throw new Refusal(400, 50033, "Invalid Recipient(s)");
        }

        return world.Channels.Values.FirstOrDefault(channel => channel.Type == 1 && channel.Owner == user)
            ?? world.AddChannel(new FakeChannel(world.NextId(), null, 1) { Owner = user, Name = "direct" });
    }

    private JsonArray Commands(Call call, ulong scope)
    {
        Owned(call);
        return (JsonArray)(world.Commands.GetValueOrDefault(scope)?.DeepClone() ?? new JsonArray());
    }

    private JsonNode Register(Call call, ulong scope)
    {
        Owned(call);
        var commands = call.Body as JsonArray ?? throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        CommandRules.Check(commands);
        var stored = (JsonArray)commands.DeepClone();
        foreach (var command in stored.OfType<JsonObject>())
        {
            // What Discord adds, so that "changed" is not judged by it.
            command["id"] = world.NextId().ToString();
            command["application_id"] = world.Application.ToString();
            command["version"] = world.NextId().ToString();
            command["nsfw"] = false;
            command["type"] ??= 1;
            command["default_member_permissions"] ??= null;
        }

        world.Commands[scope] = stored;
        world.CommandWrites++;
        return stored.DeepClone();
    }

    private void Owned(Call call)
    {
        if (call.Id(1) != world.Application)
        {
            throw new Refusal(404, 10002, "Unknown Application");
        }
    }

    private JsonObject Guild(ulong id)
    {
        var guild = world.Guilds.GetValueOrDefault(id) ?? throw new Refusal(404, 10004, "Unknown Guild");
        return new JsonObject
        {
            ["id"] = id.ToString(),
            ["name"] = guild.Name,
            ["owner_id"] = guild.Owner.ToString(),
            ["roles"] = new JsonArray(new JsonObject { ["id"] = id.ToString(), ["name"] = "@everyone", ["permissions"] = Bits.Default.ToString() }),
        };
    }

    private JsonObject Member(ulong guild, ulong user)
        => world.Guilds.ContainsKey(guild) && world.Users.TryGetValue(user, out var found)
            ? new JsonObject { ["user"] = found.Json(), ["roles"] = new JsonArray() }
            : throw new Refusal(404, 10007, "Unknown Member");

    private JsonNode? Typing(Call call)
    {
        _messages.Visible(call.Id(1));
        world.TypingCalls++;
        return null;
    }
}
