using System.Text.Json;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A draft that came as JSON although nobody asked for it.</summary>
internal static class JsonDraft
{
    private const int Deepest = 16;
    private static readonly string[] Texts = ["text", "sentence", "claim", "statement", "content", "answer", "brief", "response", "summary"];

    /// <summary>Adds every sentence that can be found; a text that is no JSON adds none.</summary>
    public static void Read(string text, List<DraftClaim> claims)
    {
        var end = text.LastIndexOfAny(['}', ']']);
        if (end < 0)
            return;
        try
        {
            using var document = JsonDocument.Parse(text[..(end + 1)], new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest });
            Walk(document.RootElement, claims);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            // Cut off or broken: no claim can be told from it, and the caller sees that none came.
        }
    }

    private static void Walk(JsonElement element, List<DraftClaim> claims)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item, claims);
                break;
            case JsonValueKind.String:
                Add(element, [], claims);
                break;
            case JsonValueKind.Object:
                Object(element, claims);
                break;
        }
    }

    private static void Object(JsonElement element, List<DraftClaim> claims)
    {
        var numbers = element.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Number).SelectMany(p => Numbers(p.Value)).ToList();
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && Texts.Contains(member.Name, StringComparer.OrdinalIgnoreCase))
                Add(member.Value, numbers, claims);
            else if (member.Value.ValueKind is JsonValueKind.Object || (member.Value.ValueKind is JsonValueKind.Array && member.Value.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.Object)))
                Walk(member.Value, claims);
        }
    }

    private static IEnumerable<int> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt32(out var number) && number is >= 1 and <= 999 ? [number] : [],
        JsonValueKind.Array => value.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.Number).SelectMany(Numbers),
        _ => [],
    };

    private static void Add(JsonElement text, List<int> numbers, List<DraftClaim> claims)
    {
        foreach (var line in (Written(text) ?? "").Split('\n'))
        {
            var parts = SentenceParts.Of(DraftText.StripLine(line));
            foreach (var part in parts.Whole.Concat(parts.Rest is { } rest ? [rest] : []))
                claims.Add(part with { Passages = [.. part.Passages.Concat(numbers).Distinct()] });
        }
    }

    /// <summary>Null where the string holds half a surrogate pair.</summary>
    private static string? Written(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
