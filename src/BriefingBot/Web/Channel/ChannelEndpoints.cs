using System.Text.Json;
using BriefingBot.Core.Channels;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Channel;

/// <summary>The channels over HTTP: what there is, what was said, what a person says now.</summary>
internal sealed class ChannelEndpoints(LocalChannels channels, ExchangeDesk desk, LocalPlatform platform, CommandCatalog catalog, IOptions<IngestionOptions> ingestion)
{
    private const int LongestText = 6000;

    public Task ListAsync(HttpContext context) => Reply.Json(
        context,
        new ChannelListDocument(
            [.. channels.List().Select(Describe)],
            [.. catalog.Definitions.Select(command => new CommandDocument(
                command.Name, command.Description, [.. command.Options.Select(option => new OptionDocument(option.Name, option.Description, option.Required, option.Suggests))]))]),
        WebJson.Default.ChannelListDocument);

    public Task ConversationAsync(HttpContext context)
    {
        if (Channel(context) is not { } channel) return NoChannel(context);
        var before = context.Request.Query["before"].ToString() is { Length: > 0 } id ? id : null;
        return Reply.Json(context, desk.Conversation(channel, context.Visitor().Id, before), WebJson.Default.ConversationDocument);
    }

    /// <summary>Takes what a person said or pressed. What is taken is written down before this answers.</summary>
    public async Task RequestAsync(HttpContext context)
    {
        if (Channel(context) is not { } channel)
        {
            await NoChannel(context);
            return;
        }

        var request = await ReadAsync(context);
        if (request is not { Id: { Length: >= 8 and <= 64 } id } || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            await Reply.Error(context, StatusCodes.Status400BadRequest, """Send what you say as JSON: {"id": "a new id of 8 to 64 letters and digits", "text": "…"}""");
            return;
        }

        if (request.Action is { } action) await PressAsync(context, channel, id, action, request);
        else await SayAsync(context, channel, id, request);
    }

    /// <summary>Takes a file in: its bytes are the body, its name the query's.</summary>
    public async Task FileAsync(HttpContext context)
    {
        if (Channel(context) is not { } channel)
        {
            await NoChannel(context);
            return;
        }

        // The reader of files says itself which are too large; a little more is let in so that it can.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = ingestion.Value.MaxItemBytes + 1;
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var bytes = buffer.ToArray();
        var name = context.Request.Query["name"].ToString() is { Length: > 0 and <= 400 } given ? given : "file";
        var file = new ChatAttachment(name, bytes.Length, _ => Task.FromResult<Stream>(new MemoryStream(bytes, writable: false)));
        var add = new TypedCommand("library add", new Dictionary<string, string>(StringComparer.Ordinal));
        var exchange = platform.Say(channel, context.Visitor(), new Said($"file-{ShortId.New()}", $"Add {name}", null, [file], add));
        await AcceptedAsync(context, exchange?.Id);
    }

    public async Task SuggestAsync(HttpContext context)
    {
        if (Channel(context) is not { } channel)
        {
            await NoChannel(context);
            return;
        }

        var query = context.Request.Query;
        var visitor = context.Visitor();
        var choices = await platform.SuggestAsync(
            visitor,
            new SuggestRequest
            {
                Id = ShortId.New(),
                Place = LocalPlace.Of(channel),
                Person = visitor.Person,
                Command = query["command"].ToString(),
                Option = query["option"].ToString(),
                Typed = query["typed"].ToString(),
            },
            context.RequestAborted);
        await Reply.Json(context, new ChoiceListDocument([.. choices.Select(choice => new ChoiceDocument(choice.Value, choice.Label))]), WebJson.Default.ChoiceListDocument);
    }

    public static Task NoChannel(HttpContext context) => Reply.Error(context, StatusCodes.Status404NotFound, "There is no such channel here.");

    /// <summary>The channel an address names; null where there is none.</summary>
    public ChannelKey? Channel(HttpContext context) =>
        context.GetRouteValue("channel") is string name && LibraryName.IsValid(name) && channels.Library(LocalPlace.Channel(name)) is not null ? LocalPlace.Channel(name) : null;

    private async Task SayAsync(HttpContext context, ChannelKey channel, string id, RequestDocument request)
    {
        var text = request.Text?.Trim() ?? "";
        var command = TypedCommand.Parse(text, catalog.Definitions);
        var refusal = (text, command) switch
        {
            ("", _) => "Write a question first.",
            ({ Length: > LongestText }, _) => $"That has {text.Length} characters; at most {LongestText} are read. Shorten it.",
            (['/', ..], null) => "There is no such command; /help lists what there is.",
            _ => null,
        };
        if (refusal is not null) await Reply.Error(context, StatusCodes.Status400BadRequest, refusal);
        else await AcceptedAsync(context, platform.Say(channel, context.Visitor(), new Said(id, text, request.RepliesTo, [], command))?.Id);
    }

    private Task PressAsync(HttpContext context, ChannelKey channel, string id, string action, RequestDocument request)
    {
        if (ChatActionId.Parse(action) is not { } parsed || request.MessageId is not { Length: > 0 and <= 64 } message)
            return Reply.Error(context, StatusCodes.Status400BadRequest, "That is no button of this page.");
        platform.Press(channel, context.Visitor(), new Pressed(id, parsed, request.Value, message));
        return AcceptedAsync(context, null);
    }

    private static Task AcceptedAsync(HttpContext context, string? exchangeId)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Reply.Json(context, new AcceptedDocument(exchangeId), WebJson.Default.AcceptedDocument);
    }

    private static async Task<RequestDocument?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, WebJson.Default.RequestDocument, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ChannelDocument Describe(ChannelBinding binding) => channels.Library(binding.Channel)!.Read(session =>
    {
        var documents = new DocumentStore(session);
        var samples = SampleDocuments.CountIn(session);
        return new ChannelDocument(binding.Channel.Channel, documents.Count(), documents.NewestPublishedOn(), samples, samples > 0 ? SampleDocuments.Questions : []);
    });
}
