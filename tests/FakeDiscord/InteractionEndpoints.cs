using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>Answers to interactions: three seconds for the first, fifteen minutes for the rest ("Interaction Callback").</summary>
internal sealed class InteractionEndpoints(World world, Gateway gateway)
{
    public JsonNode? Callback(Call call)
    {
        var interaction = Find(call.Path[2], call.Id(1));
        var after = world.Now - interaction.Created;
        if (interaction.Acknowledged is not null)
        {
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        }

        if (after > world.Options.InteractionDeadline)
        {
            interaction.Missed = true;
            throw new Refusal(404, 10062, "Unknown interaction");
        }

        var type = (int?)call.Object["type"] ?? 0;
        var data = call.Object["data"] as JsonObject ?? [];
        Check(interaction, type, data, call.Files.Count > 0);
        (interaction.Acknowledged, interaction.AcknowledgedAfter) = (type, after);
        interaction.Ephemeral = (((int?)data["flags"] ?? 0) & 64) != 0;
        switch (type)
        {
            case 4 or 5:
                interaction.Original = Store(interaction, data, call.Files, loading: type == 5);
                break;
            case 6:
                interaction.Original = interaction.Source;
                break;
            case 7:
                interaction.Original = interaction.Source;
                MessageEndpoints.Apply(world, gateway, interaction.Source!, data, call.Files);
                break;
            case 8:
                interaction.Choices = (data["choices"] as JsonArray)?.DeepClone() as JsonArray;
                break;
            case 9:
                interaction.Modal = (JsonObject)data.DeepClone();
                break;
        }

        return null;
    }

    public JsonObject EditOriginal(Call call)
    {
        var interaction = Alive(call);
        var original = interaction.Original is { Deleted: false } found ? found : throw new Refusal(404, 10008, "Unknown Message");
        MessageRules.Check(call.Object, call.Files.Count > 0, editing: true);
        original.Pings.AddRange(MessageRules.Pings(world, call.Object, null, interaction: true));
        MessageEndpoints.Apply(world, gateway, original, call.Object, call.Files);
        return MessageJson.Of(world, original);
    }

    public JsonNode? DeleteOriginal(Call call)
    {
        var interaction = Alive(call);
        var original = interaction.Original is { Deleted: false } found ? found : throw new Refusal(404, 10008, "Unknown Message");
        original.Deleted = true;
        return null;
    }

    public JsonObject FollowUp(Call call)
    {
        var interaction = Alive(call);
        if (call.Object["nonce"] is not null || call.Object["enforce_nonce"] is not null)
        {
            var errors = new FormErrors();
            errors.Add("nonce", "UNKNOWN_FIELD", "Follow-ups take no nonce.");
            errors.ThrowIfAny();
        }

        MessageRules.Check(call.Object, call.Files.Count > 0, editing: false);
        if (interaction.Original is { Loading: true, Deleted: false } loading)
        {
            // For backwards compatibility the first follow-up fills the deferred reply, and stays as visible as that was.
            MessageEndpoints.Apply(world, gateway, loading, call.Object, call.Files);
            return MessageJson.Of(world, loading);
        }

        interaction.Ephemeral = (((int?)call.Object["flags"] ?? 0) & 64) != 0;
        var message = Store(interaction, call.Object, call.Files, loading: false);
        interaction.FollowUps.Add(message);
        world.Changed();
        return MessageJson.Of(world, message);
    }

    private FakeInteraction Find(string token, ulong? id)
        => world.Interactions.TryGetValue(Uri.UnescapeDataString(token), out var found) && (id is null || found.Id == id)
            ? found
            : throw new Refusal(404, 10062, "Unknown interaction");

    private FakeInteraction Alive(Call call)
    {
        if (call.Id(1) != world.Application || !world.Interactions.TryGetValue(Uri.UnescapeDataString(call.Path[2]), out var interaction) || interaction.Acknowledged is null)
        {
            throw new Refusal(404, 10015, "Unknown Webhook");
        }

        return world.Now - interaction.Created > world.Options.TokenLife ? throw new Refusal(401, 50027, "Invalid Webhook Token") : interaction;
    }

    private FakeMessage Store(FakeInteraction interaction, JsonObject body, List<(string Name, byte[] Bytes)> files, bool loading)
    {
        var message = new FakeMessage(world.NextId(), interaction.Channel.Id, world.Bot)
        {
            Body = (JsonObject)body.DeepClone(),
            Created = world.Now,
            OnlyFor = interaction.Ephemeral ? interaction.User.Id : null,
            Loading = loading,
        };
        MessageEndpoints.Attach(world, message, files);
        message.Pings.AddRange(MessageRules.Pings(world, body, null, interaction: true));
        message.Written.Add(world.Now);
        world.Add(message);
        if (message.OnlyFor is null)
        {
            gateway.Dispatch("MESSAGE_CREATE", MessageJson.Of(world, message), interaction.Channel);
        }

        return message;
    }

    private static void Check(FakeInteraction interaction, int type, JsonObject data, bool files)
    {
        int[] allowed = (interaction.Type, interaction.Source is not null) switch
        {
            (2, _) => [4, 5, 9],
            (3, _) => [4, 5, 6, 7, 9],
            (4, _) => [8],
            (5, true) => [4, 5, 6, 7],
            _ => [4, 5],
        };
        var errors = new FormErrors();
        if (!allowed.Contains(type))
        {
            errors.Add("type", "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", allowed)}).");
        }
        else if (type is 4 or 7)
        {
            MessageRules.Check(data, files, editing: type == 7);
        }
        else if (type == 5 && ((data["flags"] is not null && (int?)data["flags"] is not (0 or 64)) || data.Any(static field => field.Key != "flags")))
        {
            errors.Add("data.flags", "MESSAGE_FLAGS_INVALID", "Only EPHEMERAL can be set when deferring.");
        }
        else if (type == 8)
        {
            Choices(data["choices"] as JsonArray, errors);
        }
        else if (type == 9)
        {
            ComponentRules.CheckModal(data, errors);
        }

        errors.ThrowIfAny();
    }

    private static void Choices(JsonArray? choices, FormErrors errors)
    {
        if (choices is null || choices.Count > 25)
        {
            errors.Add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }

        for (var n = 0; n < (choices?.Count ?? 0); n++)
        {
            errors.Text(choices![n] as JsonObject, "name", $"data.choices.{n}.name", 1, 100, required: true);
            errors.Text(choices[n] as JsonObject, "value", $"data.choices.{n}.value", 1, 100, required: true);
        }
    }
}
