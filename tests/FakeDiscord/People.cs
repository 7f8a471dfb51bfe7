using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>What people do in the fake: write, call commands, press, choose, fill in.</summary>
internal sealed class People(World world, Gateway gateway, Endpoints endpoints)
{
    public FakeUser Join(string name)
    {
        lock (world.Gate)
        {
            return world.AddUser(name);
        }
    }

    public FakeChannel FirstChannel => world.Channels.Values.First(static channel => channel.Type == 0);

    public FakeChannel Direct(FakeUser user)
    {
        lock (world.Gate)
        {
            return endpoints.Direct(user.Id);
        }
    }

    public FakeChannel StartThread(FakeChannel parent, FakeMessage? from, ulong owner)
    {
        lock (world.Gate)
        {
            var thread = world.AddChannel(new FakeChannel(from?.Id ?? world.NextId(), parent.Guild, 11) { Parent = parent.Id, Owner = owner, Name = "thread", BotPermissions = parent.BotPermissions });
            gateway.Dispatch("THREAD_CREATE", MessageJson.Of(world, thread), thread);
            return thread;
        }
    }

    public FakeMessage Say(FakeUser user, FakeChannel channel, string content, FakeMessage? repliesTo = null, params (string Name, byte[] Bytes)[] files)
    {
        lock (world.Gate)
        {
            var message = new FakeMessage(world.NextId(), channel.Id, user) { Body = new JsonObject { ["content"] = content }, Created = world.Now, RepliesTo = repliesTo?.Id };
            MessageEndpoints.Attach(world, message, [.. files]);
            world.Add(message);
            gateway.Dispatch("MESSAGE_CREATE", MessageJson.Of(world, message), channel);
            return message;
        }
    }

    /// <summary>Calls a command; a subcommand stands behind a space. Options are (name, type, value).</summary>
    public FakeInteraction Slash(FakeUser user, FakeChannel channel, string command, params (string Name, int Type, JsonNode? Value)[] options)
        => Interact(2, user, channel, null, CommandData(command, options, focused: null, files: []));

    public FakeInteraction SlashWithFile(FakeUser user, FakeChannel channel, string command, string option, string name, byte[] bytes)
    {
        ulong id;
        lock (world.Gate)
        {
            id = world.NextId();
            world.Uploads[id] = (name, bytes);
        }

        return Interact(2, user, channel, null, CommandData(command, [(option, 11, id.ToString())], focused: null, files: [(id, name, bytes.Length)]));
    }

    /// <summary>Types into an option.</summary>
    public FakeInteraction Type(FakeUser user, FakeChannel channel, string command, string option, string typed)
        => Interact(4, user, channel, null, CommandData(command, [(option, 3, typed)], focused: option, files: []));

    public FakeInteraction OnMessage(FakeUser user, FakeMessage message, string command)
    {
        lock (world.Gate)
        {
            var data = new JsonObject
            {
                ["id"] = "1",
                ["name"] = command,
                ["type"] = 3,
                ["target_id"] = message.Id.ToString(),
                ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [message.Id.ToString()] = MessageJson.Of(world, message) } },
            };
            return Interact(2, user, world.Channels[message.Channel], null, data);
        }
    }

    /// <summary>Presses a button, by its label.</summary>
    public FakeInteraction Press(FakeUser user, FakeMessage message, string label)
    {
        var button = Components(message).First(component => (string?)component["label"] == label);
        return Interact(3, user, world.Channels[message.Channel], message, new JsonObject { ["custom_id"] = (string?)button["custom_id"], ["component_type"] = 2, ["id"] = 2 });
    }

    public FakeInteraction Choose(FakeUser user, FakeMessage message, string value)
    {
        var select = Components(message).First(component => (int?)component["type"] == 3 && (component["options"] as JsonArray)!.Any(option => (string?)option?["value"] == value));
        return Interact(3, user, world.Channels[message.Channel], message, new JsonObject { ["custom_id"] = (string?)select["custom_id"], ["component_type"] = 3, ["values"] = new JsonArray(value) });
    }

    /// <summary>Fills in the modal an interaction opened.</summary>
    public FakeInteraction Submit(FakeInteraction opened, string text)
    {
        var input = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = "text", ["value"] = text };
        var field = (int?)opened.Modal!["components"]![0]!["type"] == 1
            ? new JsonObject { ["type"] = 1, ["id"] = 1, ["components"] = new JsonArray(input) }
            : new JsonObject { ["type"] = 18, ["id"] = 1, ["component"] = input };
        var data = new JsonObject { ["custom_id"] = (string?)opened.Modal!["custom_id"], ["components"] = new JsonArray(field) };
        return Interact(5, opened.User, opened.Channel, opened.Source, data);
    }

    public static IEnumerable<JsonObject> Components(FakeMessage message)
        => (message.Body["components"] as JsonArray ?? []).SelectMany(static row => row?["components"] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject CommandData(string command, (string Name, int Type, JsonNode? Value)[] options, string? focused, (ulong Id, string Name, int Size)[] files)
    {
        var words = command.Split(' ');
        var values = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject { ["name"] = option.Name, ["type"] = option.Type, ["value"] = option.Value?.DeepClone(), ["focused"] = option.Name == focused })]);
        var data = new JsonObject
        {
            ["id"] = "1",
            ["name"] = words[0],
            ["type"] = 1,
            ["options"] = words.Length == 1 ? values : new JsonArray(new JsonObject { ["name"] = words[1], ["type"] = 1, ["options"] = values }),
        };
        if (files.Length > 0)
        {
            data["resolved"] = new JsonObject { ["attachments"] = new JsonObject(files.Select(static file => KeyValuePair.Create(file.Id.ToString(), (JsonNode?)new JsonObject { ["id"] = file.Id.ToString(), ["filename"] = file.Name, ["size"] = file.Size }))) };
        }

        return data;
    }

    private FakeInteraction Interact(int type, FakeUser user, FakeChannel channel, FakeMessage? source, JsonObject data)
    {
        lock (world.Gate)
        {
            var token = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(world.NextId())));
            var interaction = new FakeInteraction(world.NextId(), token, type, user, channel) { Created = world.Now, Source = source };
            world.Interactions[token] = interaction;
            foreach (var (_, file) in data["resolved"]?["attachments"] as JsonObject ?? [])
            {
                file!["url"] = $"http://127.0.0.1:{world.Options.Port}/files/{file["id"]}/file";
            }

            gateway.Dispatch("INTERACTION_CREATE", Json(interaction, data), channel);
            return interaction;
        }
    }

    private JsonObject Json(FakeInteraction interaction, JsonObject data)
    {
        var json = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["application_id"] = world.Application.ToString(),
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = interaction.Channel.Id.ToString(),
            ["channel"] = MessageJson.Of(world, interaction.Channel),
            ["locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["app_permissions"] = Bits.Default.ToString(),
            ["attachment_size_limit"] = 10485760,
        };
        if (interaction.Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.ToString();
            var permissions = world.Guilds[guild].Owner == interaction.User.Id ? "8" : Bits.Default.ToString();
            json["member"] = new JsonObject { ["user"] = interaction.User.Json(), ["nick"] = null, ["roles"] = new JsonArray("4242"), ["permissions"] = permissions };
        }
        else
        {
            json["user"] = interaction.User.Json();
        }

        if (interaction.Source is { } source)
        {
            json["message"] = MessageJson.Of(world, source);
        }

        return json;
    }
}
