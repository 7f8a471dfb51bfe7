using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeDiscord;

/// <summary>Messages and channels as Discord shows them.</summary>
internal static partial class MessageJson
{
    public static JsonObject Of(World world, FakeMessage message, bool withContent = true)
    {
        var channel = world.Channels[message.Channel];
        var replied = message.RepliesTo is { } id ? world.Message(message.Channel, id) : null;
        var json = new JsonObject
        {
            ["id"] = message.Id.ToString(),
            ["type"] = message.RepliesTo is null ? 0 : 19,
            ["channel_id"] = message.Channel.ToString(),
            ["author"] = message.Author.Json(),
            ["content"] = withContent ? message.Content : "",
            ["timestamp"] = message.Created.ToString("O"),
            ["tts"] = false,
            ["pinned"] = false,
            ["mentions"] = new JsonArray([.. Named(world, message.Content).Select(user => (JsonNode)user.Json())]),
            ["embeds"] = withContent ? message.Body["embeds"]?.DeepClone() ?? new JsonArray() : new JsonArray(),
            ["components"] = withContent ? message.Body["components"]?.DeepClone() ?? new JsonArray() : new JsonArray(),
            ["attachments"] = withContent ? new JsonArray([.. message.Files.Select(file => (JsonNode)Attachment(world, file.Id, file.Name, file.Bytes.Length))]) : new JsonArray(),
            ["flags"] = message.OnlyFor is null ? 0 : 64,
            ["a_field_of_tomorrow"] = new JsonObject { ["ignored"] = true },
        };
        if (channel.Guild is { } guild)
        {
            json["guild_id"] = guild.ToString();
            json["member"] = new JsonObject { ["nick"] = null, ["roles"] = new JsonArray() };
        }

        if (message.RepliesTo is { } reference)
        {
            json["message_reference"] = new JsonObject { ["message_id"] = reference.ToString(), ["channel_id"] = message.Channel.ToString() };
            json["referenced_message"] = replied is null ? null : Of(world, replied);
        }

        return json;
    }

    public static JsonObject Of(FakeChannel channel) => new()
    {
        ["id"] = channel.Id.ToString(),
        ["type"] = channel.Type,
        ["guild_id"] = channel.Guild?.ToString(),
        ["parent_id"] = channel.Parent?.ToString(),
        ["owner_id"] = channel.Owner?.ToString(),
        ["name"] = channel.Name,
        ["permission_overwrites"] = new JsonArray(),
    };

    public static JsonObject Attachment(World world, ulong id, string name, long size) => new()
    {
        ["id"] = id.ToString(),
        ["filename"] = name,
        ["size"] = world.SaysOfEveryFile ?? size,
        ["url"] = $"http://127.0.0.1:{world.Options.Port}/files/{id}/{Uri.EscapeDataString(name)}",
    };

    /// <summary>Who stands in a text as a mention.</summary>
    public static IEnumerable<FakeUser> Named(World world, string content)
        => Mention().Matches(content).Select(match => ulong.TryParse(match.Groups["id"].Value, out var id) ? world.Users.GetValueOrDefault(id) : null).OfType<FakeUser>().Distinct();

    [GeneratedRegex("<@!?(?<id>[0-9]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
