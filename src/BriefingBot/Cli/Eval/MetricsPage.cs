using System.Text.Json;
using BriefingBot.Cli.Rendering;

namespace BriefingBot.Cli.Eval;

/// <summary>A metrics object: as it is with <c>--json</c>, else a table of names and values.</summary>
internal static class MetricsPage
{
    public static void Write(VerbRun run, string metrics)
    {
        if (run.Json)
        {
            run.Terminal.Out.WriteLine(metrics);
            return;
        }

        using var document = JsonDocument.Parse(metrics);
        run.Page().Table(["metric", "value"], [.. Rows(document.RootElement, "")]);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonElement element, string prefix) => element.EnumerateObject().SelectMany(property =>
        property.Value.ValueKind == JsonValueKind.Object
            ? Rows(property.Value, $"{prefix}{property.Name} ")
            : [[prefix + property.Name, Shown(property.Name, property.Value)]]);

    // A share of exactly 1 is written "1", as a count is: only the name tells them apart.
    private static string Shown(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "–",
        JsonValueKind.Number when name is "queries" or "documents" or "pages" => $"{value.GetInt64():N0}",
        JsonValueKind.Number => $"{value.GetDouble():0.0000}",
        _ => value.ToString(),
    };
}
