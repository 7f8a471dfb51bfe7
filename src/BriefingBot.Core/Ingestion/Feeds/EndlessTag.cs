using BriefingBot.Core.Ingestion.Readers;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Finds a tag longer than any real one: a reader of XML compares all its attributes with each other before it says a word.</summary>
internal static class EndlessTag
{
    private static readonly (string Open, string Close)[] Passed = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")];

    /// <returns>Where it begins; -1 where there is none.</returns>
    public static int Find(string xml)
    {
        var at = 0;
        while (at < xml.Length && xml.IndexOf('<', at) is >= 0 and var start)
        {
            if (PassedTo(xml, start) is { } behind)
            {
                at = behind;
                continue;
            }

            at = EndOfTag(xml, start);
            if (at - start > TextLimit.LongestTag) return start;
        }

        return -1;
    }

    /// <summary>Behind what only looks like a tag; null where it is one.</summary>
    private static int? PassedTo(string xml, int start)
    {
        foreach (var (open, close) in Passed)
        {
            if (string.CompareOrdinal(xml, start, open, 0, open.Length) != 0) continue;
            var end = xml.IndexOf(close, start, StringComparison.Ordinal);
            return end < 0 ? xml.Length : end + close.Length;
        }

        return null;
    }

    private static int EndOfTag(string xml, int start)
    {
        var at = start + 1;
        while (at < xml.Length && xml.AsSpan(at).IndexOfAny('>', '"', '\'') is >= 0 and var found)
        {
            at += found + 1;
            if (xml[at - 1] == '>') return at;
            var quoted = xml.IndexOf(xml[at - 1], at);
            if (quoted < 0) break;
            at = quoted + 1;
        }

        return xml.Length;
    }
}
