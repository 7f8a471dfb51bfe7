using System.Text.Json.Serialization;

namespace BriefingBot.Core.Evaluation.Runs;

/// <summary>One document of a stories run, as the per-item file has it.</summary>
internal sealed record StoryResult([property: JsonPropertyName("_id")] string Id, string Found, double BcubedPrecision, double BcubedRecall);
