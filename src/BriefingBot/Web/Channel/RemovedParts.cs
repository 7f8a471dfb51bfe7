using BriefingBot.Core.Libraries;

namespace BriefingBot.Web.Channel;

/// <summary>What the cleaner took out of a page, short enough to be looked through.</summary>
internal static class RemovedParts
{
    private const int Shown = 60;
    private const int Longest = 400;

    public static IReadOnlyList<RemovedDocument> Of(Revision revision) =>
        [.. revision.Removed.Where(part => !string.IsNullOrWhiteSpace(part.Text)).Take(Shown).Select(part => new RemovedDocument(part.Rule, Beginning(part.Text.Trim())))];

    private static string Beginning(string text) =>
        text.Length <= Longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
}
