using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Cli.Json;

/// <summary>Enumerations as the contract writes them: <c>json-ld</c>, <c>time-element</c>, <c>answered</c>.</summary>
internal sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
