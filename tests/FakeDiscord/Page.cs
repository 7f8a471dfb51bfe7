using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FakeDiscord;

/// <summary>A plain page to take part as a person: write, call commands, press, choose.</summary>
internal static class Page
{
    /// <summary>The name of whoever looks at the page.</summary>
    public const string Person = "You";

    public static async Task HandleAsync(HttpContext context, FakeDiscordServer server)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/"):
                context.Response.ContentType = "text/html; charset=utf-8";
                await using (var page = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.html")!)
                {
                    await page.CopyToAsync(context.Response.Body, context.RequestAborted);
                }

                break;
            case ("GET", "/state"):
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(State(server).ToJsonString(), context.RequestAborted);
                break;
            case ("POST", "/do"):
                var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject;
                Do(server, body ?? []);
                context.Response.StatusCode = 204;
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }

    private static FakeUser Me(FakeDiscordServer server)
        => server.World.Users.Values.FirstOrDefault(static user => user.Name == Person) ?? server.People.Join(Person);

    private static JsonObject State(FakeDiscordServer server)
    {
        var me = Me(server);
        lock (server.World.Gate)
        {
            return new JsonObject
            {
                ["bot"] = server.World.Bot.Id.ToString(),
                ["commands"] = new JsonArray([.. server.World.Commands.Values.SelectMany(static list => list).Select(static command => command!.DeepClone())]),
                ["channels"] = new JsonArray([.. server.World.Channels.Values.Select(channel => (JsonNode)new JsonObject
                {
                    ["id"] = channel.Id.ToString(),
                    ["name"] = channel.Type == 11 ? $"thread {channel.Id % 1000}" : channel.Name,
                    ["messages"] = new JsonArray([.. channel.Messages.Where(message => !message.Deleted && (message.OnlyFor is null || message.OnlyFor == me.Id)).TakeLast(60)
                        .Select(message => (JsonNode)new JsonObject { ["message"] = MessageJson.Of(server.World, message), ["loading"] = message.Loading })]),
                })]),
                ["modals"] = new JsonArray([.. server.World.Interactions.Values.Where(interaction => interaction.Modal is not null && interaction.User == me).TakeLast(1)
                    .Select(static interaction => (JsonNode)new JsonObject { ["token"] = interaction.Token, ["modal"] = interaction.Modal!.DeepClone() })]),
            };
        }
    }

    private static (string Name, byte[] Bytes)[] Files(JsonObject what)
        => (string?)what["file"] is { } name ? [(name, Convert.FromBase64String((string?)what["bytes"] ?? ""))] : [];

    private static void Do(FakeDiscordServer server, JsonObject what)
    {
        var me = Me(server);
        var channel = server.World.Channels[ulong.Parse((string)what["channel"]!)];
        var text = (string?)what["text"] ?? "";
        var message = ulong.TryParse((string?)what["message"], out var id) ? server.World.Message(channel.Id, id) : null;
        switch ((string?)what["do"])
        {
            case "say":
                server.People.Say(me, channel, text, message, Files(what));
                break;
            case "thread" when message is not null && channel.Type == 0:
                server.People.StartThread(channel, message, me.Id);
                break;
            case "menu" when message is not null:
                server.People.OnMessage(me, message, text);
                break;
            case "slash":
                var options = (what["options"] as JsonObject ?? []).Select(static option => (option.Key, (int?)option.Value!["type"] ?? 3, option.Value["value"])).ToArray();
                server.People.Slash(me, channel, text, options);
                break;
            case "press" when message is not null:
                server.People.Press(me, message, text);
                break;
            case "choose" when message is not null:
                server.People.Choose(me, message, text);
                break;
            case "submit" when server.World.Interactions.TryGetValue((string?)what["token"] ?? "", out var opened):
                server.People.Submit(opened, text);
                opened.Modal = null;
                break;
        }
    }
}
