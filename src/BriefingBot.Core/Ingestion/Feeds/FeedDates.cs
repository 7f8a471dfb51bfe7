using System.Globalization;

namespace BriefingBot.Core.Ingestion.Feeds;

/// <summary>Days as feeds write them: RFC 822 with its American zones, RFC 3339, and what comes near.</summary>
internal static class FeedDates
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = "-0500",
        ["EDT"] = "-0400",
        ["CST"] = "-0600",
        ["CDT"] = "-0500",
        ["MST"] = "-0700",
        ["MDT"] = "-0600",
        ["PST"] = "-0800",
        ["PDT"] = "-0700",
        ["UT"] = "+0000",
        ["UTC"] = "+0000",
        ["Z"] = "+0000",
        ["GMT"] = "+0000",
        ["CET"] = "+0100",
        ["CEST"] = "+0200",
        ["BST"] = "+0100",
        ["EET"] = "+0200",
        ["EEST"] = "+0300",
        ["MSK"] = "+0300",
        ["IST"] = "+0530",
        ["JST"] = "+0900",
        ["AEST"] = "+1000",
    };

    /// <returns>Null for what is no date, and for one outside the years 1990 to 2199.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        var date = text?.Trim();
        if (date is null or { Length: < 6 or > 60 }) return null;
        var space = date.LastIndexOf(' ');
        if (space > 0 && Zones.TryGetValue(date[(space + 1)..], out var offset)) date = string.Concat(date.AsSpan(0, space + 1), offset);
        // The weekday is often wrong and always superfluous.
        var comma = date.IndexOf(',', StringComparison.Ordinal);
        if (comma is > 0 and < 12 && date.AsSpan(0, comma).IndexOfAnyInRange('0', '9') < 0) date = date[(comma + 1)..].TrimStart();
        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var read) && read.Year is >= 1990 and < 2200 ? read : null;
    }
}
