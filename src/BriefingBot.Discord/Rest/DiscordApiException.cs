using System.Net;
using System.Text.Json;

namespace BriefingBot.Discord.Rest;

/// <summary>What was wrong with one field of a body.</summary>
/// <param name="Field">Its path: "embeds.0.description"; empty for the body as a whole.</param>
/// <param name="Code">Discord's word for it: "BASE_TYPE_MAX_LENGTH".</param>
/// <param name="Message">Discord's sentence.</param>
internal sealed record FieldError(string Field, string Code, string Message);

/// <summary>Discord's refusal of a call: its code (Discord's "JSON Error Codes") and the fields that were wrong.</summary>
internal sealed class DiscordApiException : Exception
{
    public DiscordApiException() { }

    public DiscordApiException(string message) : base(message) { }

    public DiscordApiException(string message, Exception inner) : base(message, inner) { }

    /// <summary>The status; null when no answer came at all.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Discord's code; 0 when it gave none.</summary>
    public int Code { get; init; }

    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>Whether the same call can succeed later.</summary>
    public bool Transient { get; init; }

    /// <summary>Reads a refusal's body; one that is not Discord's JSON still gives a sentence.</summary>
    public static DiscordApiException From(DiscordRoute route, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var (code, message, fields) = Read(body);
        var details = string.Join("; ", fields.Select(static field => $"{(field.Field.Length == 0 ? "the body" : field.Field)}: {field.Message} ({field.Code})"));
        var said = message.Length == 0 ? "no reason given" : message;
        return new DiscordApiException($"Discord refused {route} with {(int)status}, code {code}: {said}{(details.Length == 0 ? "" : "; " + details)}")
        {
            Status = status,
            Code = code,
            Fields = fields,
            Transient = (int)status >= 500 || status == HttpStatusCode.TooManyRequests,
        };
    }

    private static (int Code, string Message, IReadOnlyList<FieldError> Fields) Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (0, "", []);
            }

            var code = root.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : 0;
            var message = root.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
            var fields = new List<FieldError>();
            if (root.TryGetProperty("errors", out var errors))
            {
                Collect(errors, "", fields);
            }

            return (code, message, fields);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (0, "", []);
        }
    }

    private static void Collect(JsonElement node, string path, List<FieldError> fields)
    {
        if (node.ValueKind != JsonValueKind.Object || fields.Count >= 20)
        {
            return;
        }

        foreach (var member in node.EnumerateObject())
        {
            if (!member.NameEquals("_errors"))
            {
                Collect(member.Value, path.Length == 0 ? member.Name : path + "." + member.Name, fields);
            }
            else if (member.Value.ValueKind == JsonValueKind.Array)
            {
                fields.AddRange(member.Value.EnumerateArray().Select(error => new FieldError(path, Text(error, "code"), Text(error, "message"))));
            }
        }
    }

    private static string Text(JsonElement node, string name)
        => node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value.ToString() : "";
}

/// <summary>The codes we act upon.</summary>
internal static class DiscordCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
}
