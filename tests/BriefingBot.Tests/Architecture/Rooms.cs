namespace BriefingBot.Tests.Architecture;

/// <summary>
/// The rooms of Core, ground floor first, and the rooms each may use. CONTRIBUTING.md says the same in prose;
/// change the two together, with a decision record.
/// </summary>
internal static class Rooms
{
    public const string Root = "BriefingBot.Core";

    private static readonly string[] Low = ["Libraries", "Text"];

    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Prompts"] = [],
        ["Chat"] = [],
        ["Libraries"] = ["Text"],
        ["Index"] = Low,
        ["Stories"] = ["Index", .. Low],
        ["Ingestion"] = ["Stories", "Index", .. Low],
        ["Retrieval"] = ["Index", .. Low],
        ["Briefing"] = ["Retrieval", "Stories", "Prompts", .. Low],
        ["Channels"] = ["Chat", .. Low],
        ["Digests"] = ["Briefing", "Channels", "Chat", "Retrieval", "Stories", "Prompts", .. Low],
        ["Evaluation"] = ["Briefing", "Retrieval", "Stories", "Ingestion", "Index", "Prompts", .. Low],
        ["Commands"] = ["Digests", "Channels", "Briefing", "Retrieval", "Ingestion", "Stories", "Index", "Prompts", "Chat", .. Low],
    };

    /// <summary>The room of a namespace of Core; null outside Core, "" for Core's own root.</summary>
    public static string? Of(string @namespace)
    {
        if (@namespace == Root)
        {
            return "";
        }

        return @namespace.StartsWith(Root + ".", StringComparison.Ordinal)
            ? @namespace[(Root.Length + 1)..].Split('.')[0]
            : null;
    }
}
