using System.Text.Json.Serialization;
using BriefingBot.Core.Evaluation;

namespace BriefingBot.Cli.Json;

/// <summary>One page of <c>eval extract --per-item</c>.</summary>
internal sealed record ExtractLine(
    [property: JsonPropertyName("_id")] string Id,
    double Precision,
    double Recall,
    double F1,
    bool? TitleExact,
    bool? BylineExact,
    bool? PublisherExact,
    bool? PublishedOnExact,
    string? Reason)
{
    public static ExtractLine Of(ExtractItem item) => new(
        item.Id, item.Precision, item.Recall, item.F1, item.TitleExact, item.BylineExact, item.PublisherExact, item.PublishedOnExact, item.Reason);
}

/// <summary>One document to a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExtractLine))]
internal sealed partial class JsonLines : JsonSerializerContext;
