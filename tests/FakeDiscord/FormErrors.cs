using System.Text.Json.Nodes;

namespace FakeDiscord;

/// <summary>An answer that refuses.</summary>
internal sealed class Refusal(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public int Code { get; } = code;
    public JsonObject? Errors { get; init; }

    public JsonObject Json()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (Errors is not null)
        {
            json["errors"] = Errors.DeepClone();
        }

        return json;
    }
}

/// <summary>Collects what is wrong with a body, in the shape Discord reports it ("Error Messages").</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public bool Any => _tree.Count > 0;

    public void Add(string path, string code, string message)
    {
        var node = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject inner)
            {
                node[step] = inner = [];
            }

            node = inner;
        }

        if (node["_errors"] is not JsonArray list)
        {
            node["_errors"] = list = [];
        }

        list.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    /// <summary>A text's length in code points, white space around it not counted.</summary>
    public string? Text(JsonObject? from, string name, string path, int least, int most, bool required = false)
    {
        var node = from?[name];
        if (node is null)
        {
            if (required)
            {
                Add(path, "BASE_TYPE_REQUIRED", "This field is required");
            }

            return null;
        }

        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Add(path, "STRING_TYPE_CONVERT", "Could not interpret \"{0}\" as string.");
            return null;
        }

        var length = text.Trim().EnumerateRunes().Count();
        if (length > most)
        {
            Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        }
        else if (length < least)
        {
            Add(path, least == 1 && required ? "BASE_TYPE_REQUIRED" : "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        }

        return text;
    }

    public void Known(JsonObject from, string path, params string[] names)
    {
        // Discord ignores fields it does not know; the fake does not, so that a misspelt one is found.
        foreach (var (name, _) in from)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                Add(path.Length == 0 ? name : path + "." + name, "UNKNOWN_FIELD", "The fake knows no such field.");
            }
        }
    }

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new Refusal(400, 50035, "Invalid Form Body") { Errors = _tree };
        }
    }
}
