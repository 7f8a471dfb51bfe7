using System.Globalization;
using System.Text.Json;

namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>One line of a JSON Lines file. Its members are read by kind; what does not fit is a message with file and line.</summary>
internal sealed class JsonRow
{
    private readonly string _file;
    private readonly int _line;
    private readonly JsonElement _value;

    private JsonRow(string file, int line, JsonElement value) => (_file, _line, _value) = (file, line, value);

    public static IEnumerable<JsonRow> ReadAll(SetFile file)
    {
        foreach (var (number, text) in file.Lines())
            yield return Parse(file.Path, number, text);
    }

    /// <summary>The identity of the row, a string or a number.</summary>
    public string Id() => Find("_id") switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } id => id,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw Fault("\"_id\" must be a string that is not empty"),
    };

    public string String(string name) => OptionalString(name) ?? throw Fault($"\"{name}\" is missing and must be a string");

    public string? OptionalString(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Fault($"\"{name}\" must be a string"),
    };

    public bool Boolean(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Fault($"\"{name}\" must be true or false"),
    };

    /// <summary>An empty list where the member is absent or null.</summary>
    public IReadOnlyList<string> Strings(string name)
    {
        if (Find(name) is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            throw Fault($"\"{name}\" must be a list of strings");
        return [.. list.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>A day written YYYY-MM-DD; null where the member is absent or null.</summary>
    public DateOnly? Day(string name)
    {
        if (OptionalString(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault($"\"{name}\" must be a day written YYYY-MM-DD, not \"{text}\"");
    }

    /// <summary>Numbers as they are, true as 1 and false as 0; strings, lists and nulls are left out.</summary>
    public IReadOnlyDictionary<string, double> Numbers()
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var member in _value.EnumerateObject())
        {
            if (member.NameEquals("_id"))
                continue;
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Number:
                    numbers[member.Name] = member.Value.GetDouble();
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    numbers[member.Name] = member.Value.GetBoolean() ? 1 : 0;
                    break;
            }
        }

        return numbers;
    }

    public LabelledSetException Fault(string problem) => new(_file, _line, problem + ".");

    private static JsonRow Parse(string file, int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonRow(file, number, document.RootElement.Clone())
                : throw new LabelledSetException(file, number, "the line is not a JSON object. Every line holds one object.");
        }
        catch (JsonException fault)
        {
            throw new LabelledSetException(file, number, $"the line is not valid JSON ({fault.Message})", fault);
        }
    }

    private JsonElement? Find(string name) =>
        _value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
